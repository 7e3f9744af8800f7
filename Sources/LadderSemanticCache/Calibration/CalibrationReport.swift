public import LadderCore

/// What labelled pairs say about the thresholds of an embedder, with and without guards.
///
/// Printing it gives a table in plain text.
public struct CalibrationReport: Sendable {
    /// The pairs with their similarities and vetoes, in their order, for reading the wrong ones.
    public let pairs: [ScoredPair]
    /// The id of the embedder.
    public let embedderID: String
    private let guarded: HitCounts
    private let unguarded: HitCounts

    package init(_ pairs: [ScoredPair], embedderID: String) {
        self.pairs = pairs
        self.embedderID = embedderID
        guarded = HitCounts(pairs.filter { $0.veto == nil })
        unguarded = HitCounts(pairs)
    }

    /// The number of pairs with the same answer.
    public var samePairs: Int { unguarded.same.first ?? 0 }
    /// The number of pairs with different answers.
    public var differentPairs: Int { unguarded.different.first ?? 0 }

    /// What makes the numbers unreliable.
    public var warnings: [String] {
        var warnings: [String] = []
        if pairs.count < 100 {
            warnings.append("\(pairs.count) pairs are few: below 100, the thresholds are guesses")
        }
        if samePairs == 0 { warnings.append("no pair has the same answer, so nothing is known of right hits") }
        if differentPairs == 0 { warnings.append("no pair has different answers, so nothing is known of wrong hits") }
        if let standard = threshold(forPrecision: Self.standardPrecision), standard.precision.lower < 0.97 {
            let lower = standard.precision.lower.percent(digits: 1)
            warnings.append(
                "the standard threshold has \(standard.hits) hits: its precision may be only \(lower)")
        }
        return warnings
    }

    // MARK: Thresholds

    /// Returns what a threshold does with the pairs.
    public func outcome(at threshold: Double, withGuards: Bool = true) -> CalibrationOutcome {
        outcome(at: HitCounts.step(reaching: threshold), withGuards: withGuards, threshold: threshold)
    }

    /// Returns the lowest threshold, in steps of 0.001, at which the share of right hits is at least `precision`.
    ///
    /// The precision of a sample is not that of your traffic: look at the lower end of its interval. Returns nil where
    /// no threshold is precise enough.
    public func threshold(forPrecision precision: Double, withGuards: Bool = true) -> CalibrationOutcome? {
        first(withGuards: withGuards) { $0.hits > 0 && $0.precision.value >= precision }
    }

    /// Returns the lowest threshold, in steps of 0.001, at which at most this share of the pairs with different answers
    /// are hits. The ``CalibrationOutcome/recall`` of the result is the coverage.
    public func threshold(forFalseHitRate rate: Double, withGuards: Bool = true) -> CalibrationOutcome? {
        first(withGuards: withGuards) { $0.falseHitRate.value <= rate }
    }

    private static let standardPrecision = 0.99

    /// The thresholds for a precision of 99 %, 99.9 % where it is strict, and 95 % for an FAQ, behind the guards.
    ///
    /// None is below 0.5, where guards alone would decide. A threshold that cannot be had is 1, which serves only equal
    /// texts. A cache compares each question with the nearest of all it has stored, so these thresholds are too low
    /// unless the pairs are such neighbours: check them with a ``SemanticReplay``.
    public var thresholds: SimilarityThresholds {
        func threshold(_ precision: Double) -> Double {
            max(0.5, self.threshold(forPrecision: precision)?.threshold ?? 1)
        }
        return SimilarityThresholds(
            standard: threshold(Self.standardPrecision), strict: threshold(0.999), faq: threshold(0.95))
    }

    private func first(
        withGuards: Bool, where condition: (CalibrationOutcome) -> Bool
    ) -> CalibrationOutcome? {
        (0...HitCounts.steps).lazy
            .map { outcome(at: $0, withGuards: withGuards, threshold: Double($0) / Double(HitCounts.steps)) }
            .first(where: condition)
    }

    private func outcome(at step: Int, withGuards: Bool, threshold: Double) -> CalibrationOutcome {
        let counts = withGuards ? guarded : unguarded
        let (same, different) = (counts.same[step], counts.different[step])
        return CalibrationOutcome(
            threshold: threshold, hits: same + different, wrongHits: different, samePairs: samePairs,
            differentPairs: differentPairs)
    }

    // MARK: Separation

    /// Returns the area under the ROC curve: how often a pair with the same answer is more similar than one with
    /// different answers. 0.5 is chance, 1 is perfect. A vetoed pair counts as the least similar.
    public func areaUnderCurve(withGuards: Bool = true) -> Double {
        let scores = pairs.map { (score: withGuards && $0.veto != nil ? -2 : $0.similarity, isSame: $0.pair.isSame) }
            .sorted { $0.score < $1.score }
        guard samePairs > 0, differentPairs > 0 else { return 0.5 }
        var (won, below, start) = (0.0, 0, 0)
        while start < scores.count {
            let end = scores[start...].firstIndex { $0.score != scores[start].score } ?? scores.count
            let same = scores[start..<end].count { $0.isSame }
            let different = end - start - same
            won += Double(same) * (Double(below) + Double(different) / 2)
            below += different
            start = end
        }
        return won / (Double(samePairs) * Double(differentPairs))
    }
}
