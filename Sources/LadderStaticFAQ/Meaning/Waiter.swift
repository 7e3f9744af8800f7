import LadderCore

/// One wait for a result that ends in time even if whoever owes the result ignores cancellation.
final class Waiter<Value: Sendable>: Sendable {
    /// The limit came first.
    struct Late: Error {}

    private struct State {
        var continuation: CheckedContinuation<Value, any Error>?
        var result: Result<Value, any Error>?
        var isOver = false
        var timer: (@Sendable () -> Void)?
    }

    private let state = Locked(State())

    /// Does `work` in a task of its own and waits for it until `limit`; what comes late is dropped.
    static func run(
        _ name: String, until limit: Instant, on runtime: Runtime, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try Task.checkCancellation()
        let waiter = Waiter()
        let cancel = runtime.spawn(name) {
            // Work that computes instead of waiting must not do so on the thread of the call.
            await Task.yield()
            do { waiter.finish(.success(try await work())) } catch { waiter.finish(.failure(error)) }
        }
        defer { cancel() }
        return try await waiter.value(until: limit, on: runtime)
    }

    func value(until limit: Instant, on runtime: Runtime) async throws -> Value {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                guard begin(continuation) else { return }
                let cancel = runtime.spawn("embedding limit") {
                    do { try await runtime.sleep(until: limit) } catch { return }
                    self.finish(.failure(Late()))
                }
                if !own(cancel) { cancel() }
            }
        } onCancel: {
            finish(.failure(CancellationError()))
        }
    }

    func finish(_ result: Result<Value, any Error>) {
        let before = state.withLock { state -> State? in
            guard !state.isOver else { return nil }
            let before = state
            state = State(result: before.continuation == nil ? result : nil, isOver: true)
            return before
        }
        before?.timer?()
        before?.continuation?.resume(with: result)
    }

    /// False when it was over before it began.
    private func begin(_ continuation: CheckedContinuation<Value, any Error>) -> Bool {
        let early = state.withLock { state in
            if !state.isOver { state.continuation = continuation }
            return state.result
        }
        guard let early else { return true }
        continuation.resume(with: early)
        return false
    }

    private func own(_ timer: @escaping @Sendable () -> Void) -> Bool {
        state.withLock { state in
            if !state.isOver { state.timer = timer }
            return !state.isOver
        }
    }
}
