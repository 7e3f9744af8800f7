import LadderCore

extension FAQMeanings {
    /// What is wrong with the embedder or with what it would have to do.
    var problems: [String] {
        var problems: [String] = []
        if !(1...FAQBlend.maximumDimensions).contains(embedder.dimensions) {
            problems.append(
                "Embedder.dimensions is \(embedder.dimensions); StaticFAQ allows 1…\(FAQBlend.maximumDimensions)")
        }
        if !(0...1).contains(threshold), blend.threshold == nil {
            problems.append("Embedder.thresholds.lenient is \(threshold); allowed 0…1")
        }
        if phrasingCount > FAQBlend.maximumPhrasings {
            problems.append(
                "StaticFAQ has \(phrasingCount) phrasings; with an embedder up to \(FAQBlend.maximumPhrasings)")
        }
        return problems
    }
}
