import LadderCore

extension ConnectionLoop {
    /// Looks whether a connection that is ready is still one.
    mutating func check(at now: Instant) {
        switch connection.state.withLock({ $0.verdict(at: now) }) {
        case .fine: break
        case .lost(let kind, let message): lose(kind, message, at: now)
        case .drained:
            addresses = []
            lose(.connectionLost, "the server has become a replica", at: now)
        case .quiet:
            let ping = RedisCommand("PING").encoded
            connection.state.withLock { $0.sendOwn(ping, at: now) }
        }
    }

    /// Gives up a connection, and makes the next one.
    mutating func lose(_ kind: RedisError.Kind, _ message: String, at now: Instant) {
        guard case .ready(let socket) = step else { return fail(message, at: now) }
        let (ends, wasUsed) = connection.state.withLock { state in
            let wasUsed = state.hasReplied
            return (state.lose(kind, message: message), wasUsed)
        }
        socket.shutDown()
        connection.tracking?.onReset()
        for end in ends { end.carryOut() }
        // A server that accepts connections and never replies to a command would be asked without end.
        guard wasUsed else { return fail(message, at: now) }
        backoff.reset()
        step = .pausing(until: now)
        connect(at: now)
    }

    /// Ends an attempt to connect.
    mutating func fail(_ message: String, isLasting: Bool = false, at now: Instant) {
        fail(RedisError(.connectFailed, executed: .no, message: message), isLasting: isLasting, at: now)
    }

    /// Ends an attempt to connect with an error.
    mutating func fail(_ error: RedisError, isLasting: Bool, at now: Instant) {
        step.socket?.shutDown()
        step = .pausing(until: now + backoff.next(isLasting: isLasting, random: Runtime.live.uniform()))
        for end in connection.state.withLock({ $0.pause(error) }) { end.carryOut() }
    }
}
