import LadderCore

/// One fetch of a key, for which any number of requests wait, each as long as its own task allows.
final class KeyFetch: Sendable {
    private struct State {
        var hasBegun = false
        var result: Result<ExpiringKey, ChatError>?
        var waiting: [UInt64: CheckedContinuation<String, any Error>] = [:]
        var next: UInt64 = 0
    }

    private let state = Locked(State())

    func value(
        on runtime: Runtime, fetching: @escaping @Sendable () async -> Result<ExpiringKey, ChatError>
    ) async throws -> String {
        let (begins, id) = state.withLock { state -> (Bool, UInt64) in
            defer { (state.hasBegun, state.next) = (true, state.next + 1) }
            return (!state.hasBegun, state.next)
        }
        if begins { _ = runtime.spawn("API key") { self.end(with: await fetching()) } }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let result = state.withLock { state -> Result<String, any Error>? in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if let result = state.result { return result.map(\.value).mapError { $0 } }
                    state.waiting[id] = continuation
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: id) }?.resume(throwing: CancellationError())
        }
    }

    private func end(with result: Result<ExpiringKey, ChatError>) {
        let waiting = state.withLock { state in
            state.result = result
            defer { state.waiting = [:] }
            return state.waiting.values.map { $0 }
        }
        for continuation in waiting { continuation.resume(with: result.map(\.value).mapError { $0 }) }
    }
}
