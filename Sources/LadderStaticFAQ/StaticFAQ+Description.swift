public import LadderCore

extension StaticFAQ {
    /// The role of the layer, the number of its entries, and its options.
    public var layerDescription: LayerDescription {
        let apology = apologize != nil ? "closure" : policy.apologies == nil ? "no" : "yes"
        var options = [
            LayerOption("entries", value: "\(index.entries.count)"),
            LayerOption("threshold", value: "\(policy.matching.threshold)"),
            LayerOption("margin", value: "\(policy.matching.margin)"),
            LayerOption("apology", value: apology),
        ]
        if let rules = policy.rules.ruleText { options.append(LayerOption("rules", value: rules)) }
        guard let embeddingMatcher else {
            return LayerDescription(role: .staticFAQ, name: Self.name, options: options)
        }
        options.append(LayerOption("embedder", value: embeddingMatcher.embedder.id))
        options.append(LayerOption("embedding threshold", value: "\(embeddingMatcher.threshold)"))
        let wait = policy.embedding.timeLimit
        return LayerDescription(role: .staticFAQ, name: Self.name, options: options) { $0.delayed(by: wait) }
    }

    /// One sentence for each fault of the policy, the entries or the embedder.
    public var configurationProblems: [String] {
        policy.problems + FAQEntryCheck.problems(of: index.entries) + (embeddingMatcher?.problems ?? [])
    }
}
