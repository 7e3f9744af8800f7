public import LadderCore

extension SemanticCache {
    /// The role, and every option of the policy. The embedder and a store that may be slow add their time limits to the
    /// worst case.
    public var layerDescription: LayerDescription {
        let lookups = core.store.answersAtOnce ? 0 : 1 + SemanticCall.maximumFetches
        let embedding = core.embedder.answersAtOnce ? Duration.zero : policy.embedderTimeLimit
        let delay = embedding.saturatingAdding(policy.storeTimeLimit.scaled(by: Double(lookups)))
        return LayerDescription(role: .semanticCache, name: SemanticCache.stage, options: policy.options(with: core)) {
            $0.delayed(by: delay)
        }
    }

    /// One sentence for each option of the policy, the store or the embedder that is out of range.
    public var configurationProblems: [String] {
        var checks = OptionChecks(of: "Embedder")
        checks.require("dimensions", value: core.embedder.dimensions, in: 1...4_096)
        if policy.threshold == nil {
            checks.require("thresholds.\(policy.strictness.rawValue)", value: core.threshold, in: 0.1...1)
        }
        return policy.problems + checks.problems + core.store.configurationProblems
    }
}

extension SemanticCachePolicy {
    fileprivate func options(with core: SemanticCore) -> [LayerOption] {
        var options: [LayerOption] = []
        func add(_ name: String, value: String) { options.append(LayerOption(name, value: value)) }
        add("mode", value: mode.rawValue)
        add("threshold", value: "\(core.threshold)" + (threshold == nil ? " (\(strictness.rawValue))" : ""))
        add("looser on failure", value: looserOnFailure > 0 ? "by \(looserOnFailure)" : "never")
        if let targetErrorRate { add("target error rate", value: "\(targetErrorRate)") }
        add("embedder", value: core.embedder.id)
        add("store", value: "\(type(of: core.store))")
        let names = core.guards.map(\.name)
        add("guards", value: names.isEmpty ? "none" : names.joined(separator: ", "))
        add("lifetime", value: "\(lifetime.text) ±\(jitter)")
        if !featureLifetimes.isEmpty { add("by feature", value: featureLifetimes.text) }
        add("shared within", value: sharing.rawValue)
        add("stores", value: admission.text)
        add("longest question", value: "\(maximumQuestionLength)")
        add("time-sensitive", value: refusesTimeSensitive ? "refused" : CacheLifetime.realTime.text)
        add("personal data", value: core.detector == nil ? "not looked for" : "refused")
        add("questions in memory", value: "\(maximumEntries)")
        if !core.embedder.answersAtOnce { add("embedder time limit", value: embedderTimeLimit.shortText) }
        if !core.store.answersAtOnce { add("store time limit", value: storeTimeLimit.shortText) }
        add("namespace", value: namespace)
        if !version.isEmpty { add("version", value: version) }
        let parts = keyParts.keys.sorted() + keyTags.sorted().map { "tag \($0)" }
        if !parts.isEmpty { add("key parts", value: parts.joined(separator: ", ")) }
        if !rules.staleServiceText.isEmpty { add("rules", value: rules.staleServiceText) }
        return options
    }
}
