public import LadderCore

extension StaticFAQ {
    /// Role, number of entries and options.
    public var description: LayerDescription {
        let says = apologize != nil ? "closure" : policy.apologies == nil ? "no" : "yes"
        var options = [
            LayerOption("entries", "\(index.entries.count)"),
            LayerOption("threshold", "\(policy.matching.threshold)"),
            LayerOption("margin", "\(policy.matching.margin)"),
            LayerOption("apology", says),
        ]
        guard let meanings else { return LayerDescription(role: .staticFAQ, name: Self.name, options: options) }
        options.append(LayerOption("embedder", meanings.embedder.id))
        options.append(LayerOption("blend threshold", "\(meanings.threshold)"))
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
    public var problems: [String] {
        policy.problems + FAQEntryCheck.problems(of: index.entries) + (meanings?.problems ?? [])
    }
}
