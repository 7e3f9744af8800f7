import LadderCore

/// A layer that sends each call through the layers of the first case that it meets.
struct Branch: Middleware {
    struct Case: Sendable {
        let name: String
        /// Nil for the last case, which is for all other calls.
        let condition: BranchCondition?
        /// The model that is asked instead of the one that the request names.
        let model: String?
        let layers: [any Middleware]
    }

    let name: String
    /// The cases in their order, the one for all other calls last.
    let cases: [Case]

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        guard let chosen = cases.first(where: { $0.condition?.holds(for: request, in: context) ?? true }) else {
            return try await next(request, context)
        }
        context.note(.noted, by: name, reason: "case \(chosen.name)")
        var request = request
        if let model = chosen.model { request.model = model }
        return try await next.behind(chosen.layers)(request, context)
    }

    /// The cases with their layers, and the worst case of the worst one.
    var layerDescription: LayerDescription {
        let cases = cases
        let described = cases.map { $0.layers.map(\.layerDescription) }
        let options = zip(cases, described).map { LayerOption($0.name, value: $1.map(\.name).joined(separator: ", ")) }
        var description = LayerDescription(
            role: .custom, name: name, options: options,
            asks: cases.compactMap(\.model) + described.joined().flatMap(\.asks),
            serves: described.joined().flatMap(\.serves), requires: described.flatMap(\.unmetRequirements),
            worstCase: { inner in
                var worst = inner
                for layers in described { worst.widen(to: layers.reversed().reduce(inner) { $1.worstCase($0) }) }
                return worst
            })
        description.innerRoles = LayerRole.allCases.filter { role in
            described.allSatisfy { layers in layers.contains { $0.has(role) } }
        }
        return description
    }

    var configurationProblems: [String] {
        cases.flatMap { $0.layers.flatMap(\.configurationProblems) }
    }

    func receive(feedback: AnswerFeedback) async {
        for layer in cases.flatMap(\.layers) { await layer.receive(feedback: feedback) }
    }

    func shutdown() async {
        for layer in cases.flatMap(\.layers) { await layer.shutdown() }
    }
}

extension [LayerDescription] {
    /// The roles that layers of this list need inside them and that no later layer of the list has.
    fileprivate var unmetRequirements: [LayerRole] {
        indices.flatMap { index in
            self[index].requires.filter { role in !self[(index + 1)...].contains { $0.has(role) } }
        }
    }
}

extension WorstCase {
    /// Replaces each part by that of `other` where that one is worse.
    fileprivate mutating func widen(to other: WorstCase) {
        attempts = max(attempts, other.attempts)
        wait = max(wait, other.wait)
        if let own = time, let their = other.time { time = max(own, their) } else { time = nil }
    }
}
