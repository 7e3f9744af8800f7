/// Runs work in a task of its own and returns when it ends, when the caller is cancelled, or at a limit, whichever comes
/// first, even if the work ignores cancellation. What comes late is dropped; it settles itself.
final class Race: Sendable {
    private struct State {
        var continuation: CheckedContinuation<Reply, any Error>?
        var result: Result<Reply, any Error>?
        var isOver = false
        var cancels: [@Sendable () -> Void] = []
    }

    private let state = Locked(State())

    static func run(
        until limit: Instant,
        on runtime: Runtime,
        late: @escaping @Sendable () -> ChatError,
        _ work: @escaping @Sendable () async throws -> Reply
    ) async throws -> Reply {
        let race = Race()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                guard race.begin(continuation) else { return }
                race.own(
                    runtime.spawn("attempt") {
                        do {
                            race.finish(.success(try await work()))
                        } catch {
                            race.finish(.failure(error))
                        }
                    })
                guard race.isOpen else { return }
                race.own(
                    runtime.spawn("attempt limit") {
                        do { try await runtime.sleep(until: limit) } catch { return }
                        race.finish(.failure(late()))
                    })
            }
        } onCancel: {
            race.finish(.failure(CancellationError()))
        }
    }

    private var isOpen: Bool { state.withLock { !$0.isOver } }

    /// False when the caller was cancelled before it could begin.
    private func begin(_ continuation: CheckedContinuation<Reply, any Error>) -> Bool {
        let early = state.withLock { state in
            if !state.isOver { state.continuation = continuation }
            defer { state.result = nil }
            return state.result
        }
        guard let early else { return true }
        continuation.resume(with: early)
        return false
    }

    /// The work may be over before the way to cancel it is known.
    private func own(_ cancel: @escaping @Sendable () -> Void) {
        let isLate = state.withLock { state in
            if !state.isOver { state.cancels.append(cancel) }
            return state.isOver
        }
        if isLate { cancel() }
    }

    private func finish(_ result: Result<Reply, any Error>) {
        let (continuation, cancels) = state.withLock { state in
            guard !state.isOver else { return (CheckedContinuation<Reply, any Error>?.none, [@Sendable () -> Void]()) }
            state.isOver = true
            // Kept only while nobody waits yet: a reply held here would never be dropped.
            if state.continuation == nil { state.result = result }
            defer { (state.continuation, state.cancels) = (nil, []) }
            return (state.continuation, state.cancels)
        }
        for cancel in cancels { cancel() }
        continuation?.resume(with: result)
    }
}
