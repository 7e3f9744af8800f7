import LadderCore

extension ConnectionState {
    /// Returns the ends of the calls to which replies belong, and whether there was a reply too many.
    mutating func match(_ replies: [RESPValue], at now: Instant) -> (ends: [CallEnd], isTooMany: Bool) {
        quietSince = now
        var ends: [CallEnd] = []
        ends.reserveCapacity(replies.count)
        for reply in replies {
            guard let call = sent.removeFirst() else { return (ends, true) }
            failures = 0
            hasReplied = true
            statistics.replies += 1
            if call.caller == nil { statistics.ignoredReplies += 1 }
            if call.caller != nil || call.onReply != nil {
                ends.append(CallEnd(caller: call.caller, onReply: call.onReply, result: .success(reply)))
            }
            if case .error(let text) = reply, text.hasPrefix("READONLY") { leaveReplica(at: now) }
        }
        return (ends, false)
    }

    /// Makes the next connection after the replies under way, because the server's name may stand for another one now.
    private mutating func leaveReplica(at now: Instant) {
        // Not over and over, where the server stays a replica.
        if phase == .ready, now - readySince > .seconds(1) { phase = .draining }
    }

    /// Ends the calls whose deadline has come.
    mutating func expire(at now: Instant) -> [CallEnd] {
        guard now >= alarm else { return [] }
        var ends: [CallEnd] = []
        var next = Instant.distantFuture
        for number in sent.numbers {
            guard let call = sent[number], let caller = call.caller else { continue }
            if call.deadline <= now {
                sent[number]?.caller = nil
                ends.append(Self.deadline(of: caller, executed: .maybe))
            } else {
                next = min(next, call.deadline)
            }
        }
        for number in unsent.numbers {
            guard let call = unsent[number] else { continue }
            if call.deadline <= now {
                _ = takeUnsent(number)
                if let caller = call.caller { ends.append(Self.deadline(of: caller, executed: .no)) }
            } else {
                next = min(next, call.deadline)
            }
        }
        // It stays although its call may end before: calls one after the other then need not wake the thread.
        alarm = next
        if !ends.isEmpty {
            statistics.deadlines += ends.count
            failures += 1
            lastFailure = RedisError(.deadline, executed: .no, message: "no reply came before the deadline")
        }
        return ends
    }

    private static func deadline(
        of caller: CheckedContinuation<Result<RESPValue, RedisError>, Never>, executed: RedisError.Execution
    ) -> CallEnd {
        CallEnd(
            caller: caller,
            result: .failure(
                RedisError(.deadline, executed: executed, message: "no reply came before the deadline")))
    }
}
