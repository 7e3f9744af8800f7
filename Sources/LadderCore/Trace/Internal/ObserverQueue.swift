/// The queue of one call's events for one observer, emptied by a task of its own.
///
/// The task is spawned where the call begins, so it sees the caller's task-local values.
final class ObserverQueue: Sendable {
    private struct State {
        var backlog = EventBacklog()
        var drain: CheckedContinuation<Void, Never>?
        /// The request of the call until its digest is computed; nil where the observer wants none.
        var request: ChatRequest?
    }

    private let observer: CallObserver
    private let state = Locked(State())

    init(_ observer: CallObserver) {
        self.observer = observer
    }

    /// Starts the task. The digest of the request is computed there, so the call does not wait for it.
    func start(on runtime: Runtime, with request: ChatRequest) {
        if observer.digestKey != nil { state.withLock { $0.request = request } }
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
                do { try await observer.observe(completed(event)) } catch {}
            }
            if state.withLock({ $0.backlog.isOver }) { return }
            await wait()
        }
    }

    /// Returns the event, with the digest of the request where the observer wants one.
    private func completed(_ event: CallEvent) -> CallEvent {
        guard let key = observer.digestKey, case .began(var call) = event.kind,
            let request = state.withLock({ $0.request.take() })
        else { return event }
        call.requestDigest = key.digest(of: request, scope: event.scope)
        return CallEvent(callID: event.callID, scope: event.scope, callStart: event.callStart, kind: .began(call))
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
