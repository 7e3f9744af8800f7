import LadderCore

/// The last key that was fetched, and the fetch under way that requests share.
final class KeyCache: Sendable {
    private struct State {
        var key: ExpiringKey?
        var fetch: Fetch?
    }

    private let fetch: @Sendable () async throws -> ExpiringKey
    private let state = Locked(State())

    init(_ fetch: @escaping @Sendable () async throws -> ExpiringKey) {
        self.fetch = fetch
    }

    /// A key this close to its end is not used any more: a request takes some time to arrive.
    private static let margin = Duration.seconds(60)

    func value(on runtime: Runtime) async throws -> String {
        let (key, running) = state.withLock { state -> (String?, Fetch?) in
            if let key = state.key, key.isUsable(at: runtime.wallNow, margin: Self.margin) { return (key.value, nil) }
            let running = state.fetch ?? Fetch()
            state.fetch = running
            return (nil, running)
        }
        if let key { return key }
        guard let running else { throw ChatError(.unauthorized) }
        return try await running.value(on: runtime) { [self] in
            let result = await outcome()
            state.withLock { state in
                if state.fetch === running { state.fetch = nil }
                if case .success(let key) = result { state.key = key }
            }
            return result
        }
    }

    func forget(_ value: String?) {
        state.withLock { if $0.key?.value == value { $0.key = nil } }
    }

    private func outcome() async -> Result<ExpiringKey, ChatError> {
        do {
            return .success(try await fetch())
        } catch {
            let known = error as? ChatError
            return .failure(
                known ?? ChatError(.unauthorized, message: "the API key cannot be fetched", underlying: error))
        }
    }
}

extension ExpiringKey {
    fileprivate func isUsable(at now: WallTime, margin: Duration) -> Bool {
        guard let expires else { return true }
        return now + margin < expires
    }
}

/// One fetch of a key, for which any number of requests wait, each as long as its own task allows.
final class Fetch: Sendable {
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
