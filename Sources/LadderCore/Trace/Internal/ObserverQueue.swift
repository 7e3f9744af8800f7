typealias CallObserver = @Sendable (CallEvent) async throws -> Void

/// The queue of one call's events for one observer, emptied by a task of its own.
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
                // An error of an observer must not affect the call.
                do { try await observer(event) } catch {}
            }
            if state.withLock({ $0.backlog.isOver }) { return }
            await wait()
        }
    }

    /// Waits for the next event, also when this task is cancelled: a shutdown ends the observer's own waits, but the
    /// call still ends later, and the observer gets that event.
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
