import LadderCore

extension ConnectionState {
    /// What the thread waits for.
    struct Plan: Sendable {
        var socket: StreamSocket?
        var reads = false
        var writes = false
        /// Whether there are bytes to send before the wait.
        var sends = false
        var until: Instant
    }

    /// What the thread has to do about a connection that is ready.
    enum Verdict: Sendable {
        case fine
        case lost(RedisError.Kind, String)
        /// The last reply has come, and the next connection can be made.
        case drained
        /// No command was sent for a while: the server may be gone.
        case quiet
    }

    /// Returns what the thread waits for in a step.
    func plan(for step: ConnectionLoop.Step, attemptEnd: Instant, addressEnd: Instant) -> Plan {
        switch step {
        case .pausing(let end): Plan(until: min(alarm, end))
        case .lookingUp: Plan(until: min(alarm, attemptEnd))
        case .connecting(let socket): Plan(socket: socket, writes: true, until: min(alarm, addressEnd))
        case .greeting(let socket, _): Plan(socket: socket, reads: true, until: min(alarm, addressEnd))
        case .ready(let socket):
            Plan(
                socket: socket, reads: true, writes: output.waitsForRoom, sends: output.isReady,
                until: min(alarm, quietSince + (sent.isEmpty ? options.pingInterval : options.stallTimeout)))
        }
    }

    /// Returns what has to be done about a connection that is ready.
    func verdict(at now: Instant) -> Verdict {
        if let writeError { return .lost(.connectionLost, "sending failed: \(writeError)") }
        if sent.isEmpty {
            if phase == .draining { return .drained }
            return now >= quietSince + options.pingInterval ? .quiet : .fine
        }
        if now >= quietSince + options.stallTimeout {
            return .lost(.connectionLost, "the server sent nothing for \(options.stallTimeout.shortText)")
        }
        return .fine
    }
}
