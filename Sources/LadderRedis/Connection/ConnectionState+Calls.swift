import LadderCore

extension ConnectionState {
    /// What a caller does after its command was accepted, without the lock.
    struct Reaction: Sendable {
        /// The error of a command that was not accepted.
        var refusal: RedisError?
        /// Whether the caller starts the thread.
        var starts = false
        /// Whether the caller sends.
        var sends = false
        /// The way to wake the thread, if the caller has to.
        var wake: WakePipe?
    }

    /// Accepts a command, or refuses it.
    mutating func add(_ call: UnsentCall, at now: Instant) -> Reaction {
        var reaction = Reaction(refusal: refusal(of: call))
        if reaction.refusal != nil { return reaction }
        var mustWake = false
        // The thread of an idle connection may sleep for longer than the stall timeout.
        let look = sent.isEmpty ? min(call.deadline, now + options.stallTimeout) : call.deadline
        if look < alarm {
            alarm = look
            mustWake = true
        }
        if phase == .ready {
            // A caller sends by itself on an idle connection, which saves the change of threads. On a busy one the
            // thread sends, which collects the commands that arrive meanwhile.
            if sent.isEmpty { reaction.sends = true } else if !output.isSending { mustWake = true }
            send(call, at: now)
        } else {
            call.ticket.place = .unsent(unsent.append(call))
            unsentCount += 1
            unsentBytes += call.bytes.count
            if phase == .idle {
                phase = .connecting
                reaction.starts = true
            }
        }
        if mustWake { reaction.wake = takeWake() }
        return reaction
    }

    private func refusal(of call: UnsentCall) -> RedisError? {
        if case .cancelled = call.ticket.place {
            return RedisError(.cancelled, executed: .no, message: "the caller was cancelled")
        }
        switch phase {
        case .stopping, .stopped: return RedisError(.closed, executed: .no, message: "the client is closed")
        case .pausing: return lastFailure
        case .idle, .connecting, .ready, .draining: break
        }
        if isResting {
            return RedisError(
                .resting, executed: .no, message: "\(failures) failures without a reply: \(lastFailure.message)")
        }
        let limit = options.maximumWaitingBytes
        if call.bytes.count > limit {
            return RedisError(.tooLarge, executed: .no, message: "\(call.bytes.count) bytes; the limit is \(limit)")
        }
        let waiting = sent.count + unsentCount
        if waiting >= options.maximumWaiting {
            return RedisError(
                .queueFull, executed: .no,
                message: "\(waiting) commands wait for a reply; the limit is \(options.maximumWaiting)")
        }
        let bytes = output.count + unsentBytes
        if bytes + call.bytes.count > limit {
            return RedisError(
                .queueFull, executed: .no, message: "\(bytes) bytes wait to be sent; the limit is \(limit)")
        }
        return nil
    }

    /// Puts a command among those that wait for a reply.
    mutating func send(_ call: UnsentCall, at now: Instant) {
        if sent.isEmpty { quietSince = now }
        let end = output.append(call.bytes)
        for _ in 0..<call.repliesBefore {
            _ = sent.append(SentCall(deadline: .distantFuture, caller: nil, onReply: nil, end: end))
        }
        let number = sent.append(
            SentCall(deadline: call.deadline, caller: call.caller, onReply: call.onReply, end: end))
        call.ticket.place = .sent(number)
    }

    /// Sends a command of the connection itself, whose reply is dropped.
    mutating func sendOwn(_ bytes: [UInt8], at now: Instant) {
        if sent.isEmpty { quietSince = now }
        let end = output.append(bytes)
        _ = sent.append(SentCall(deadline: .distantFuture, caller: nil, onReply: nil, end: end))
    }

    /// Takes a call out. The reply of a command that was sent is dropped when it comes.
    mutating func cancel(_ ticket: CallTicket) -> CallEnd? {
        let place = ticket.place
        ticket.place = .cancelled
        let message = "the caller was cancelled"
        switch place {
        case .nowhere, .cancelled: return nil
        case .unsent(let number):
            guard let call = takeUnsent(number) else { return nil }
            statistics.cancellations += 1
            return CallEnd(
                caller: call.caller, result: .failure(RedisError(.cancelled, executed: .no, message: message)))
        case .sent(let number):
            guard let call = sent[number], let caller = call.caller else { return nil }
            sent[number]?.caller = nil
            statistics.cancellations += 1
            return CallEnd(
                caller: caller, result: .failure(RedisError(.cancelled, executed: .maybe, message: message)))
        }
    }

    /// Takes a call that was not sent out of its queue.
    mutating func takeUnsent(_ number: Int) -> UnsentCall? {
        guard let call = unsent[number] else { return nil }
        unsent[number] = nil
        unsentCount -= 1
        unsentBytes -= call.bytes.count
        return call
    }
}
