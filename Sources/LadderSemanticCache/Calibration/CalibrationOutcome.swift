/// What a threshold does with the pairs of a calibration.
public struct CalibrationOutcome: Hashable, Sendable {
    /// The threshold.
    public let threshold: Double
    /// The number of pairs whose similarity reaches the threshold and which no guard vetoes.
    public let hits: Int
    /// The number of hits whose questions need different answers.
    public let wrongHits: Int
    /// The number of pairs with the same answer.
    public let samePairs: Int
    /// The number of pairs with different answers.
    public let differentPairs: Int

    /// The share of all pairs that are hits.
    public var hitRate: ProportionInterval { ProportionInterval(part: hits, whole: samePairs + differentPairs) }

    /// The share of the hits that are right; in an empty sample without a value of use.
    public var precision: ProportionInterval { ProportionInterval(part: hits - wrongHits, whole: hits) }

    /// The share of the pairs with the same answer that are hits.
    public var recall: ProportionInterval { ProportionInterval(part: hits - wrongHits, whole: samePairs) }

    /// The share of the pairs with different answers that are hits.
    public var falseHitRate: ProportionInterval { ProportionInterval(part: wrongHits, whole: differentPairs) }
}
