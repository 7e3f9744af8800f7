import LadderCore

extension RedisCluster {
    /// What follows a reply or an error.
    private enum Next {
        /// The command ends with it.
        case end
        /// Another node is asked at once.
        case ask(NodeAddress)
        /// The node of the slot is asked, at once or after a pause.
        case again(pauses: Bool)
    }

    func reply(
        to command: RedisCommand, until deadline: Instant, onReply: (@Sendable (RESPValue) -> Void)?
    ) async -> Result<RESPValue, RedisError> {
        let slot = command.key.map { HashSlot.slot(of: $0) }
        let bytes = command.encoded
        // The two travel together, so that no other command comes between them.
        let asking = RedisCommand("ASKING").encoded + bytes
        var redirects = 0
        var pause = Duration.milliseconds(5)
        var target: NodeAddress?
        while true {
            let node = target ?? owner(of: slot)
            guard let connection = connection(to: node) else {
                return .failure(RedisError(.closed, executed: .no, message: "the client is closed"))
            }
            let result =
                if target == nil {
                    await connection.call(bytes, until: deadline, onReply: onReply)
                } else {
                    await connection.call(asking, repliesBefore: 1, until: deadline, onReply: onReply)
                }
            target = nil
            switch next(after: result, of: command, from: node, redirects: &redirects) {
            case .end: return result
            case .ask(let other): target = other
            case .again(let pauses):
                state.withLock { $0.statistics.repeats += 1 }
                guard pauses else { continue }
                let now = Runtime.live.now
                if now >= deadline { return result }
                do {
                    try await Runtime.live.sleep(until: min(deadline, now + pause))
                } catch {
                    return .failure(RedisError(.cancelled, executed: .no, message: "the caller was cancelled"))
                }
                if Runtime.live.now >= deadline { return result }
                pause = min(pause * 2, .milliseconds(100))
            }
        }
    }

    private func owner(of slot: Int?) -> NodeAddress {
        state.withLock { state in
            if let slot { return state.table[slot] ?? seed }
            return state.table.nodes.first ?? seed
        }
    }

    private func next(
        after result: Result<RESPValue, RedisError>, of command: RedisCommand, from node: NodeAddress,
        redirects: inout Int
    ) -> Next {
        switch result {
        case .success(.error(let text)):
            if let redirect = Redirect(text, from: node) { return follow(redirect, redirects: &redirects) }
            switch text.prefix(while: { $0 != " " }) {
            case "CLUSTERDOWN", "MASTERDOWN", "LOADING":
                refresh()
                return .again(pauses: true)
            case "TRYAGAIN": return .again(pauses: true)
            default: return .end
            }
        case .success: return .end
        case .failure(let error):
            switch error.kind {
            case .connectFailed, .resting, .closed:
                refresh()
                return error.executed == .no ? .again(pauses: true) : .end
            case .connectionLost, .invalidReply:
                refresh()
                return error.allowsRepeat(of: command) ? .again(pauses: true) : .end
            case .deadline:
                refresh()
                return .end
            default: return .end
            }
        }
    }

    private func follow(_ redirect: Redirect, redirects: inout Int) -> Next {
        redirects += 1
        let isLasting = redirect.isLasting
        state.withLock { state in
            state.statistics.redirects += 1
            if isLasting { state.table[redirect.slot] = redirect.node }
        }
        // Nodes that name each other end here, with the last redirect as the error.
        if redirects > 16 { return .end }
        if !isLasting { return .ask(redirect.node) }
        refresh()
        // A node that is down can be named until the cluster has chosen another one.
        return .again(pauses: redirects > 2)
    }
}
