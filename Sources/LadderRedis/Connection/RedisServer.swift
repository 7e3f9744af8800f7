import LadderCore

/// A type that sends commands to where they belong: one server, or the nodes of a cluster.
protocol RedisServer: Sendable {
    /// What the connection is doing.
    var publicState: RedisConnectionState { get }
    /// The counts of all connections.
    var statistics: RedisStatistics { get }
    /// Sends a command, and returns its reply, also if it is an error.
    func reply(
        to command: RedisCommand, until deadline: Instant, onReply: (@Sendable (RESPValue) -> Void)?
    ) async -> Result<RESPValue, RedisError>
    /// Ends the connections and waits until their threads have ended.
    func stop() async
    /// Ends the connections without waiting.
    func beginStop()
}

extension RedisConnection: RedisServer {
    var publicState: RedisConnectionState { state.withLock { $0.publicState } }

    var statistics: RedisStatistics { state.withLock { $0.statistics } }

    /// Whether no command waits.
    var isUnused: Bool { state.withLock { $0.sent.isEmpty && $0.unsentCount == 0 } }

    func reply(
        to command: RedisCommand, until deadline: Instant, onReply: (@Sendable (RESPValue) -> Void)?
    ) async -> Result<RESPValue, RedisError> {
        let bytes = command.encoded
        var result = await call(bytes, until: deadline, onReply: onReply)
        // The next connection is tried at once. Further losses are left to the caller.
        for _ in 0..<2 {
            guard case .failure(let error) = result, error.allowsRepeat(of: command) else { break }
            state.withLock { $0.statistics.repeats += 1 }
            result = await call(bytes, until: deadline, onReply: onReply)
        }
        return result
    }
}

extension RedisError {
    /// Whether a command can be sent again after the loss of a connection.
    func allowsRepeat(of command: RedisCommand) -> Bool {
        switch kind {
        case .connectionLost, .invalidReply: executed == .no || command.isIdempotent
        default: false
        }
    }
}
