/// Vetoes where one question names something that the other does not name: a person, a product, a place.
///
/// Names are words with a capital letter inside a sentence, and words with digits in them. Names in lower case are
/// compared by ``TopicGuard`` as any other subject.
public struct NameGuard: SemanticGuard {
    /// Creates the guard.
    public init() {}

    /// The name `names`.
    public let name = "names"

    /// Returns a veto, or nil where this guard sees no difference.
    public func veto(_ pair: QuestionPair) -> GuardVeto? {
        let (asked, stored) = pair.comparison.unmatched { word in
            word.isContent
                && (word.isCapitalized && !(word.isKnown && word.text.utf8.count < 4)
                    || !word.isKnown && word.text.utf8.contains { $0 &- 0x30 < 10 })
        }
        if asked.isEmpty, stored.isEmpty { return nil }
        return GuardVeto(by: name, reason: "the names differ", evidence: (asked + stored).map(\.text))
    }
}
