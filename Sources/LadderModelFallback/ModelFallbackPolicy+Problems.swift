import LadderCore

extension ModelFallbackPolicy {
    /// The problems of this policy, one sentence each; empty if it can be used.
    public var problems: [String] {
        var checks = OptionChecks(of: "ModelFallback")
        if candidates.values.allSatisfy(\.isEmpty) { checks.add("ModelFallback has no candidates") }
        checks.require("maximumWait", value: maximumWait, in: .zero ... .seconds(3_600))
        for (model, list) in sorted {
            let place = model == ModelFallbackPolicy.anyModel ? "ModelFallback" : "ModelFallback for \"\(model)\""
            if model.isEmpty { checks.add("ModelFallback has candidates for a model with an empty name") }
            for problem in ModelFallbackPolicy.problems(of: list) { checks.add("\(place) \(problem)") }
        }
        return checks.problems
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
}
