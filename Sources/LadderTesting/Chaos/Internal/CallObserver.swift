import LadderCore

/// Checks what an observer receives: every call begins once, ends once, and has no event after its end.
final class CallObserver: Sendable {
    private struct State {
        var open: Set<String> = []
        var ended: Set<String> = []
        var violations: [String] = []
    }

    private let state = Locked(State())

    func receive(_ event: CallEvent) {
        state.withLock { state in
            let id = event.callID
            switch event.kind {
            case .began:
                if !state.open.insert(id).inserted { state.violations.append("call \(id) began twice") }
            case .step:
                if !state.open.contains(id) { state.violations.append("call \(id): an event outside the call") }
            case .ended:
                if state.open.remove(id) == nil { state.violations.append("call \(id) ended twice") }
                state.ended.insert(id)
            case .dropped:
                if !state.ended.contains(id) { state.violations.append("call \(id): dropped events before the end") }
            }
        }
    }

    var violations: [String] {
        state.withLock { state in
            state.violations + (state.open.isEmpty ? [] : ["\(state.open.count) calls never ended for the observer"])
        }
    }
}
