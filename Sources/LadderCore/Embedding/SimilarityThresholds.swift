/// The cosines from which on two texts have the same meaning.
///
/// Every embedder has a scale of its own: with some, unrelated texts have a cosine of 0.1, with others 0.7. The
/// defaults fit sentence transformers. Measure yours with questions of your own.
public struct SimilarityThresholds: Hashable, Sendable {
    /// The threshold for answers that were given to another question.
    public var standard: Double

    /// The same where a wrong answer is costly.
    public var strict: Double

    /// The threshold for answers that are written for many ways to ask, as in an FAQ.
    public var faq: Double

    /// Creates thresholds; each has the value for sentence transformers unless given.
    public init(standard: Double = 0.95, strict: Double = 0.97, faq: Double = 0.92) {
        self.standard = standard
        self.strict = strict
        self.faq = faq
    }
}
