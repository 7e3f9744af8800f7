/// Vetoes where each question has a content word for which the other has neither the word nor a synonym: they speak of
/// different things, or do different things with them.
///
/// A word too many in one question is a veto only in front of a common word, as in `virtual card` and `card`: `France's
/// capital` and `France's capital city` pass. Texts that are too long to read must be equal, and so must the words of
/// scripts without spaces.
public struct TopicGuard: SemanticGuard {
    /// Creates the guard, which has no options.
    public init() {}

    /// The name of the guard in traces and statistics: `topic`.
    public let name = "topic"

    /// Returns a veto, or nil where this guard sees no difference.
    public func veto(_ pair: QuestionPair) -> GuardVeto? {
        if pair.asked.isTooLong || pair.stored.isTooLong {
            return pair.asked.text == pair.stored.text
                ? nil : GuardVeto(by: name, reason: "a text is too long to compare")
        }
        let pairs = pair.comparison.unmatched { $0.classes.contains(.pair) }
        if !pairs.first.isEmpty || !pairs.second.isEmpty {
            return GuardVeto(by: name, reason: "the texts differ", evidence: (pairs.first + pairs.second).map(\.text))
        }
        let (asked, stored) = pair.comparison.unmatched(\.isStrong)
        if !asked.isEmpty, !stored.isEmpty {
            return GuardVeto(by: name, reason: "the subjects differ", evidence: (asked + stored).map(\.text))
        }
        let comparison = pair.comparison
        let added = comparison.qualifiers
        if !added.isEmpty {
            return GuardVeto(by: name, reason: "only one question qualifies a word", evidence: added)
        }
        if let verbs = comparison.exchangedVerbs {
            return GuardVeto(by: name, reason: "the questions do different things", evidence: verbs)
        }
        return nil
    }
}
