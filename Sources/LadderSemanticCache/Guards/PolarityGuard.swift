/// Vetoes where one question turns around what the other does: `increase` and `decrease`, `log in` and `log out`,
/// `block` and `unblock`.
public struct PolarityGuard: SemanticGuard {
    /// Creates the guard, which has no options.
    public init() {}

    /// The name of the guard in traces and statistics: `polarity`.
    public let name = "polarity"

    /// Returns a veto, or nil where this guard sees no difference.
    public func veto(_ pair: QuestionPair) -> GuardVeto? {
        if let words = Opposition.between(pair, in: Lexicon.polarity) ?? prefixed(pair) ?? particles(pair) {
            return GuardVeto(by: name, reason: "the actions or qualities are opposite", evidence: words)
        }
        return nil
    }

    /// Returns words without a counterpart that differ in a prefix such as `un` only.
    private func prefixed(_ pair: QuestionPair) -> [String]? {
        let (asked, stored) = pair.comparison.unmatched { $0.isContent && !$0.classes.contains(.weakVerb) }
        for one in asked.prefix(16) {
            for other in stored.prefix(16) where Prefixes.areOpposite(one.stem, and: other.stem) {
                return [one.text, other.text]
            }
        }
        return nil
    }

    /// Returns the particles by which two uses of one verb differ: `go in` and `go out`.
    private func particles(_ pair: QuestionPair) -> [String]? {
        let comparison = pair.comparison
        for (index, partner) in comparison.partners.enumerated() {
            guard let partner, index + 1 < comparison.first.count, partner + 1 < comparison.second.count else {
                continue
            }
            let one = comparison.first[index + 1]
            let other = comparison.second[partner + 1]
            if one.classes.contains(.particle), other.classes.contains(.particle),
                Self.pairs.contains([one.text, other.text])
            {
                return [one.text, other.text]
            }
        }
        return nil
    }

    private static let pairs: Set<Set<String>> = [["in", "out"], ["on", "off"], ["up", "down"]]
}
