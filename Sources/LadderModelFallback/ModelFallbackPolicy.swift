import LadderCore

/// Which models stand in for which, and how long a call may wait for one to come back.
public struct ModelFallbackPolicy: Hashable, Sendable {
    /// The key for every model without a list of its own.
    public static let anyModel = "*"

    /// The candidates of each model, in the order they are asked. ``anyModel`` stands for the models not named; a model
    /// named with an empty list has no fallback.
    public var candidates: [String: [FallbackCandidate]]

    /// How long a call may wait for the first breaker to let a probe through, when every model's breaker is open and the
    /// deadline allows it. Zero, unless set: the call fails at once.
    public var maximumWait: Duration

    /// Candidates by model.
    public init(_ candidates: [String: [FallbackCandidate]], maximumWait: Duration = .zero) {
        self.candidates = candidates
        self.maximumWait = maximumWait
    }

    /// The same candidates for every model.
    public init(_ candidates: [FallbackCandidate], maximumWait: Duration = .zero) {
        self.init([ModelFallbackPolicy.anyModel: candidates], maximumWait: maximumWait)
    }

    /// The most candidates a model may have.
    public static let maximumCandidates = 32

    /// What is wrong with it, one sentence each.
    public var problems: [String] {
        var problems: [String] = []
        if candidates.values.allSatisfy(\.isEmpty) { problems.append("ModelFallback has no candidates") }
        if maximumWait < .zero || maximumWait > .seconds(3_600) {
            problems.append("ModelFallback.maximumWait is \(maximumWait); allowed 0…3600 seconds")
        }
        for (model, list) in sorted {
            let place = model == ModelFallbackPolicy.anyModel ? "ModelFallback" : "ModelFallback for \"\(model)\""
            if model.isEmpty { problems.append("ModelFallback has candidates for a model with an empty name") }
            problems += ModelFallbackPolicy.problems(of: list).map { "\(place) \($0)" }
        }
        return problems
    }

    private static func problems(of list: [FallbackCandidate]) -> [String] {
        var problems: [String] = []
        if list.count > maximumCandidates {
            problems.append("has \(list.count) candidates; allowed 0…\(maximumCandidates)")
        }
        for (index, candidate) in list.enumerated() {
            let name = candidate.model
            if name.isEmpty { problems.append("has a candidate with an empty name") }
            if name == anyModel { problems.append("has a candidate named \"\(anyModel)\", which names no model") }
            if list[..<index].contains(where: { $0.model == name }) { problems.append("names \"\(name)\" twice") }
            if let value = candidate.options?.temperature, !value.isFinite || value < 0 {
                problems.append("asks \"\(name)\" with temperature \(value); it must be 0 or more")
            }
            if let value = candidate.options?.topP, !(0...1).contains(value) {
                problems.append("asks \"\(name)\" with topP \(value); allowed 0…1")
            }
            if let value = candidate.options?.maximumResponseTokens, value < 1 {
                problems.append("asks \"\(name)\" with maximumResponseTokens \(value); it must be 1 or more")
            }
        }
        return problems
    }

    /// The lists in a fixed order, the one for any model last.
    var sorted: [(model: String, candidates: [FallbackCandidate])] {
        let any = ModelFallbackPolicy.anyModel
        return candidates.sorted { ($0.key == any ? 1 : 0, $0.key) < ($1.key == any ? 1 : 0, $1.key) }
            .map { ($0.key, $0.value) }
    }
}
