/// How sure a match must be before a written answer is given.
///
/// The defaults come from a calibration on 200 entries with 1,000 phrasings and 300 questions nobody wrote an answer
/// for. Raise `threshold` when a wrong answer costs more than none.
///
/// ```swift
/// let matching = FAQMatching(threshold: 0.8)
/// let index = FAQIndex(entries, matching: matching)
/// ```
public struct FAQMatching: Hashable, Sendable {
    /// The least score of an answer, 0…1. A score of 1 means every word that matters is shared.
    public var threshold: Double

    /// How far the best entry must be ahead of the next best other entry, 0…1.
    public var margin: Double

    /// The longest question that is matched, in Unicode scalars; longer ones are for a model.
    public var maximumLength: Int

    /// Makes a rule for matching.
    public init(threshold: Double = 0.74, margin: Double = 0.05, maximumLength: Int = 400) {
        self.threshold = threshold
        self.margin = margin
        self.maximumLength = maximumLength
    }

    /// What is wrong with the options; empty when all is well.
    public var problems: [String] {
        var problems: [String] = []
        if !(0...1).contains(threshold) { problems.append("FAQMatching.threshold is \(threshold); allowed 0…1") }
        if !(0...1).contains(margin) { problems.append("FAQMatching.margin is \(margin); allowed 0…1") }
        if !(1...10_000).contains(maximumLength) {
            problems.append("FAQMatching.maximumLength is \(maximumLength); allowed 1…10000")
        }
        return problems
    }
}
