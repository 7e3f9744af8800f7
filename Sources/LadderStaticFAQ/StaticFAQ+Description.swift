public import LadderCore

extension StaticFAQ {
    /// Role, number of entries and options.
    public var layerDescription: LayerDescription {
        let says = apologize != nil ? "closure" : policy.apologies == nil ? "no" : "yes"
        var options = [
            LayerOption("entries", value: "\(index.entries.count)"),
            LayerOption("threshold", value: "\(policy.matching.threshold)"),
            LayerOption("margin", value: "\(policy.matching.margin)"),
            LayerOption("apology", value: says),
        ]
        guard let meanings else { return LayerDescription(role: .staticFAQ, name: Self.name, options: options) }
        options.append(LayerOption("embedder", value: meanings.embedder.id))
        options.append(LayerOption("blend threshold", value: "\(meanings.threshold)"))
        let wait = meanings.blend.timeLimit
        return LayerDescription(role: .staticFAQ, name: Self.name, options: options) { inner in
            var worst = inner
            worst.wait = .nanoseconds(inner.wait.clampedNanoseconds.saturatingAdding(wait.clampedNanoseconds))
            worst.time = inner.time.map {
                .nanoseconds($0.clampedNanoseconds.saturatingAdding(wait.clampedNanoseconds))
            }
            return worst
        }
    }

    /// What is wrong with the policy, the entries or the embedder.
    public var configurationProblems: [String] {
        policy.problems + FAQEntryCheck.problems(of: index.entries) + (meanings?.problems ?? [])
    }
}
