import LadderCore

/// The last key that was fetched, and the fetch under way that requests share.
final class KeyCache: Sendable {
    private struct State {
        var key: ExpiringKey?
        var fetch: KeyFetch?
    }

    private enum Source {
        case key(String)
        case fetch(KeyFetch)
    }

    private let fetch: @Sendable () async throws -> ExpiringKey
    private let state = Locked(State())

    init(_ fetch: @escaping @Sendable () async throws -> ExpiringKey) {
        self.fetch = fetch
    }

    /// A key this close to its end is not used any more: a request takes some time to arrive.
    private static let margin = Duration.seconds(60)

    func value(on runtime: Runtime) async throws -> String {
        let source = state.withLock { state -> Source in
            if let key = state.key, key.isUsable(at: runtime.wallNow, margin: Self.margin) { return .key(key.value) }
            let running = state.fetch ?? KeyFetch()
            state.fetch = running
            return .fetch(running)
        }
        switch source {
        case .key(let key): return key
        case .fetch(let running): return try await value(of: running, on: runtime)
        }
    }

    private func value(of running: KeyFetch, on runtime: Runtime) async throws -> String {
        try await running.value(on: runtime) { [self] in
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
