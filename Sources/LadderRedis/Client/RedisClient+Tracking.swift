extension RedisClient {
    /// What a store that keeps replies in memory must know of the connection. Both are called on the thread that reads
    /// the replies, in their order, and must return at once.
    package struct Tracking: Sendable {
        /// A push message, such as an invalidation of keys (`CLIENT TRACKING ON` is part of the handshake then).
        package var onPush: @Sendable ([RESPValue]) -> Void
        /// The connection is not ready, or is another one: nothing that was read before can be trusted any longer.
        package var onReset: @Sendable () -> Void

        /// Creates the two.
        package init(onPush: @escaping @Sendable ([RESPValue]) -> Void, onReset: @escaping @Sendable () -> Void) {
            self.onPush = onPush
            self.onReset = onReset
        }
    }

    /// Runs a command, and hands its reply over on the reading thread as well, in the order of all replies and pushes.
    ///
    /// A reply that comes after the caller has left is handed over too. One that is an error is not.
    package func send(
        _ command: RedisCommand, within timeout: Duration?, onReply: @escaping @Sendable (RESPValue) -> Void
    ) async throws(RedisError) -> RESPValue {
        try await reply(to: command, within: timeout, onReply: onReply)
    }
}
