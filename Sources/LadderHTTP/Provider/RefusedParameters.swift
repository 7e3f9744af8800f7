import LadderCore

/// The parameters that targets have refused, for the life of a client. Bounded: the oldest target is forgotten first.
final class RefusedParameters: Sendable {
    private struct State {
        var parameters: [String: Set<String>] = [:]
        var order: [String] = []
    }

    private let state = Locked(State())
    private static let mostTargets = 256
    private static let mostParameters = 32

    func parameters(of target: String) -> Set<String> {
        state.withLock { $0.parameters[target] ?? [] }
    }

    /// Remembers a parameter. Returns whether that is new: only then can asking again help.
    func remember(_ parameter: String, of target: String) -> Bool {
        state.withLock { state in
            if state.parameters[target] == nil {
                if state.order.count >= Self.mostTargets { state.parameters[state.order.removeFirst()] = nil }
                state.order.append(target)
            }
            guard state.parameters[target, default: []].count < Self.mostParameters else { return false }
            return state.parameters[target, default: []].insert(parameter).inserted
        }
    }
}
