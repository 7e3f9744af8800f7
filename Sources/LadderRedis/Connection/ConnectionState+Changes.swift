import LadderCore

extension ConnectionState {
    /// Begins an attempt to connect.
    mutating func beginConnecting() {
        if phase != .stopping { phase = .connecting }
    }

    /// Makes the connection usable, and sends the commands that have waited for it.
    mutating func becomeReady(on socket: StreamSocket, at now: Instant) {
        guard phase != .stopping else { return }
        phase = .ready
        self.socket = socket
        failures = 0
        hasReplied = false
        readySince = now
        quietSince = now
        while !unsent.isEmpty {
            if let call = unsent.removeFirst() { send(call, at: now) }
        }
        unsentCount = 0
        unsentBytes = 0
    }

    /// Forgets a connection that was ready, and ends the calls that wait for a reply. The others wait for the next one.
    mutating func lose(_ kind: RedisError.Kind, message: String) -> [CallEnd] {
        let received = output.possiblySent
        var ends: [CallEnd] = []
        while !sent.isEmpty {
            guard let call = sent.removeFirst(), let caller = call.caller else { continue }
            // A command of which the last byte has not been sent cannot have been run.
            let executed: RedisError.Execution = call.end <= received ? .maybe : .no
            ends.append(
                CallEnd(caller: caller, result: .failure(RedisError(kind, executed: executed, message: message))))
        }
        if phase != .stopping { phase = .connecting }
        socket = nil
        writeError = nil
        output.reset()
        failures += 1
        lastFailure = RedisError(kind, executed: .no, message: message)
        return ends
    }

    /// Ends the calls that wait for the connection, and lets others fail at once until the next attempt.
    mutating func pause(_ failure: RedisError) -> [CallEnd] {
        if phase != .stopping { phase = .pausing }
        failures += 1
        lastFailure = failure
        return endUnsent(failure)
    }

    /// Ends all calls for good.
    mutating func stop() -> [CallEnd] {
        let message = "the client was closed"
        let ends = lose(.closed, message: message)
        phase = .stopped
        pipe = nil
        return ends + endUnsent(RedisError(.closed, executed: .no, message: message))
    }

    private mutating func endUnsent(_ failure: RedisError) -> [CallEnd] {
        var ends: [CallEnd] = []
        while !unsent.isEmpty {
            guard let call = unsent.removeFirst(), let caller = call.caller else { continue }
            ends.append(CallEnd(caller: caller, result: .failure(failure)))
        }
        unsentCount = 0
        unsentBytes = 0
        return ends
    }
}
