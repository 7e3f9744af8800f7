import Ladder

/// What a recommendation from few pairs is worth, beside the documented thresholds of the embedder.
struct CalibrationAdvice {
    let pairs: Int
    let documented: SimilarityThresholds

    /// The number of pairs below which the documented thresholds are the better guess.
    private static let enough = 300

    /// A note, or nil where the pairs are enough.
    var text: String? {
        guard pairs < Self.enough else { return nil }
        return "These thresholds rest on \(pairs) pairs, which are few: take some hundreds from your own traffic. The "
            + "documented thresholds of this embedder are \(documented.standard.text(digits: 2)) as the standard, "
            + "\(documented.strict.text(digits: 2)) where it is strict and \(documented.faq.text(digits: 2)) for an FAQ, from a "
            + "replay of 10,003 questions. Keep to them until then: Docs/Operating/SemanticThresholds.md."
    }
}
