import LadderCore

/// The rules for when a written answer matches a question.
///
/// The defaults come from a calibration with 200 entries, their 1,000 phrasings, and 300 questions that no entry
/// answers. Raise `threshold` when a wrong answer costs more than none.
///
/// ```swift
/// let matching = FAQMatchingPolicy(threshold: 0.8)
/// let entries = [FAQEntry(id: "hours", phrasings: ["When are you open?"], answer: "Weekdays, 9 to 18.")]
/// let index = FAQIndex(entries, matching: matching)
/// ```
public struct FAQMatchingPolicy: Hashable, Sendable {
    /// The lowest score of an answer, 0…1. A score of 1 means that every important word is shared.
    public var threshold: Double

    /// How far the best entry must be ahead of the next best other entry, 0…1.
    public var margin: Double

    /// The length of the longest question that is matched, in Unicode scalars.
    public var maximumLength: Int

    /// Creates a policy; the defaults are those of the calibration.
    public init(threshold: Double = 0.74, margin: Double = 0.05, maximumLength: Int = 400) {
        self.threshold = threshold
        self.margin = margin
        self.maximumLength = maximumLength
    }

    /// One sentence for each option that is out of range; empty when all are valid.
    public var problems: [String] {
        var checks = OptionChecks(of: "FAQMatchingPolicy")
        checks.require("threshold", value: threshold, in: 0...1)
        checks.require("margin", value: margin, in: 0...1)
        checks.require("maximumLength", value: maximumLength, in: 1...10_000)
        return checks.problems
    }
}
