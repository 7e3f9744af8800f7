/// Vetoes where quantifiers, comparatives or positions differ: `all` and `some`, `more` and `less`, `first` and `last`.
public struct QuantityGuard: SemanticGuard {
    /// Creates the guard, which has no options.
    public init() {}

    /// The name of the guard in traces and statistics: `quantity`.
    public let name = "quantity"

    /// Returns a veto, or nil where this guard sees no difference.
    public func veto(_ pair: QuestionPair) -> GuardVeto? {
        if let words = Opposition.between(pair, in: Lexicon.quantity) {
            return GuardVeto(by: name, reason: "the amounts or degrees are opposite", evidence: words)
        }
        let asked = Shares(pair.asked.words)
        let stored = Shares(pair.stored.words)
        if let words = asked.conflict(with: stored) {
            return GuardVeto(by: name, reason: "the quantifiers differ", evidence: words)
        }
        let (first, second) = pair.comparison.unmatched { !$0.classes.isDisjoint(with: [.ordinal, .superlative]) }
        if !first.isEmpty || !second.isEmpty {
            return GuardVeto(
                by: name, reason: "the positions or degrees differ", evidence: (first + second).map(\.text))
        }
        return nil
    }
}
