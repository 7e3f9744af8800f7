import LadderCore

extension FAQEmbeddingMatcher {
    /// One sentence for each reason why the embedder cannot be used.
    var problems: [String] {
        var checks = OptionChecks(of: "Embedder")
        checks.require("dimensions", value: embedder.dimensions, in: 1...FAQEmbeddingPolicy.maximumDimensions)
        if policy.threshold == nil { checks.require("thresholds.faq", value: threshold, in: 0...1) }
        if phrasingCount > FAQEmbeddingPolicy.maximumPhrasings {
            let most = FAQEmbeddingPolicy.maximumPhrasings
            checks.add("StaticFAQ has \(phrasingCount) phrasings; with an embedder up to \(most)")
        }
        return checks.problems
    }
}
