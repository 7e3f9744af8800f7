typealias CallObserver = @Sendable (CallEvent) async throws -> Void

/// One call's events on their way to one observer: bounded, in order, drained by one task of its own.
///
/// The task is spawned where the call begins, so it sees the caller's task-local values.
final class ObserverQueue: Sendable {
    private struct State {
        var backlog = EventBacklog()
        var drain: CheckedContinuation<Void, Never>?
    }

    private let observer: CallObserver
    private let state = Locked(State())

    init(_ observer: @escaping CallObserver) {
        self.observer = observer
    }

    func start(on runtime: Runtime) {
        runtime.spawn("observer") { await self.drain() }
    }

    func add(_ event: CallEvent) {
        let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.backlog.add(event) else { return nil }
            defer { state.drain = nil }
            return state.drain
        }
        waiting?.resume()
    }

    private func drain() async {
        while true {
            while let event = state.withLock({ $0.backlog.next() }) {
                // What an observer throws is its own affair: it must never harm the call.
                do { try await observer(event) } catch {}
            }
            if state.withLock({ $0.backlog.isOver }) { return }
            await wait()
        }
    }

    /// Waits for the next event, also when this task is cancelled: a shutdown cuts the observer's own waiting short, but
    /// the call it watches still ends, and its end is told.
    private func wait() async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                if state.backlog.hasNews { return true }
                state.drain = continuation
                return false
            }
            if isReady { continuation.resume() }
        }
    }
}
