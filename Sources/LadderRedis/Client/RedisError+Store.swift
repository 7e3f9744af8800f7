import LadderCore

extension StoreError {
    /// Creates the error that a layer gets for a failed command.
    init(_ error: RedisError) {
        let kind: Kind =
            switch error.kind {
            case .deadline: .timedOut
            case .outOfMemory: .full
            case .readOnly: .readOnly
            case .tooLarge: .tooLarge
            case .invalidReply: .corrupt
            case .closed: .closed
            case .notAllowed, .unavailable, .queueFull, .resting, .connectionLost, .connectFailed: .unavailable
            case .server, .cancelled, .notSupported: .other
            }
        self.init(kind, message: "Redis: \(error.message)", mayHaveHappened: error.executed != .no)
    }
}

/// Runs commands, and throws their failure as that of a store.
func storeOperation<Value: Sendable>(
    _ operation: () async throws(RedisError) -> Value
) async throws -> Value {
    do throws(RedisError) {
        return try await operation()
    } catch {
        if error.kind == .cancelled { throw CancellationError() }
        throw StoreError(error)
    }
}
