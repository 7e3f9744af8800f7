typealias CallObserver = @Sendable (CallEvent) async throws -> Void

/// One call's events on their way to one observer: bounded, in order, drained by one task of its own.
///
/// The task is spawned where the call begins, so it sees the caller's task-local values.
final class ObserverQueue: Sendable {
    static let capacity = 256

    fileprivate struct State {
        var events: [CallEvent] = []
        var next = 0
        var dropped = 0
        var isClosed = false
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
            guard !state.isClosed else { return nil }
            if case .ended = event.kind { state.isClosed = true }
            if state.events.count - state.next >= ObserverQueue.capacity, !state.isClosed {
                state.dropped += 1
                return nil
            }
            if state.isClosed, state.dropped > 0 {
                state.events.append(event)
                let dropped = CallEvent.Kind.dropped(state.dropped)
                state.events.append(
                    CallEvent(callID: event.callID, scope: event.scope, callStart: event.callStart, kind: dropped))
            } else {
                state.events.append(event)
            }
            defer { state.drain = nil }
            return state.drain
        }
        waiting?.resume()
    }

    fileprivate enum Step {
        case event(CallEvent)
        case wait
        case done
    }

    private func drain() async {
        while true {
            switch state.withLock({ $0.step() }) {
            case .event(let event):
                // What an observer throws is its own affair: it must never harm the call.
                do { try await observer(event) } catch {}
            case .wait:
                if Task.isCancelled { return }
                await wait()
            case .done:
                return
            }
        }
    }

    private func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let ready = state.withLock { state in
                    if state.next < state.events.count || state.isClosed { return true }
                    state.drain = continuation
                    return false
                }
                if ready || Task.isCancelled { wake(or: ready ? continuation : nil) }
            }
        } onCancel: {
            wake(or: nil)
        }
    }

    private func wake(or continuation: CheckedContinuation<Void, Never>?) {
        if let continuation { return continuation.resume() }
        state.withLock { state in
            defer { state.drain = nil }
            return state.drain
        }?.resume()
    }
}

extension ObserverQueue.State {
    fileprivate mutating func step() -> ObserverQueue.Step {
        if next < events.count {
            next += 1
            let event = events[next - 1]
            if next == events.count {
                events.removeAll(keepingCapacity: true)
                next = 0
            }
            return .event(event)
        }
        return isClosed ? .done : .wait
    }
}
