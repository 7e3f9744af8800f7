public import LadderCore

extension ExactCache {
    /// The role, and every option of the policy. A store that may be slow adds its time limit to the worst case.
    public var layerDescription: LayerDescription {
        let lookup = core.store.answersAtOnce ? Duration.zero : policy.storeTimeLimit
        return LayerDescription(role: .exactCache, name: ExactCache.stage, options: policy.options(with: core)) {
            $0.delayed(by: lookup)
        }
    }

    /// One sentence for each option of the policy or the store that is out of range.
    public var configurationProblems: [String] { policy.problems + core.store.configurationProblems }
}

extension ExactCachePolicy {
    fileprivate func options(with core: CacheCore) -> [LayerOption] {
        var options: [LayerOption] = []
        func add(_ name: String, value: String) { options.append(LayerOption(name, value: value)) }
        add("store", value: "\(type(of: core.store))")
        add("lifetime", value: "\(lifetime.text) ±\(jitter)")
        if !featureLifetimes.isEmpty {
            add("by feature", value: featureLifetimes.text)
        }
        add("stale on error", value: staleFor > .zero ? "for \(staleFor.shortText)" : "never")
        if let staleWhileRevalidate { add("stale while revalidating", value: "for \(staleWhileRevalidate.shortText)") }
        add("shared within", value: sharing.rawValue)
        add("stores", value: admission.text)
        add("time-sensitive", value: shortensTimeSensitive ? CacheLifetime.realTime.text : "as any other")
        add("personal data", value: core.detector == nil ? "not looked for" : "not stored")
        if !core.store.answersAtOnce { add("store time limit", value: storeTimeLimit.shortText) }
        add("single flight", value: singleFlight ? "on" : "off")
        if !namespace.isEmpty { add("namespace", value: namespace) }
        if !version.isEmpty { add("version", value: version) }
        let parts = keyParts.keys.sorted() + keyTags.sorted().map { "tag \($0)" }
        if !parts.isEmpty { add("key parts", value: parts.joined(separator: ", ")) }
        if !rules.staleServiceText.isEmpty { add("rules", value: rules.staleServiceText) }
        return options
    }
}
