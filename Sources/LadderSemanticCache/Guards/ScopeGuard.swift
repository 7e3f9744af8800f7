/// Vetoes where one question restricts what the other leaves open, or includes what the other excludes: `only`,
/// `except`, `with` and `without`, `for a baby`.
public struct ScopeGuard: SemanticGuard {
    /// Creates the guard, which has no options.
    public init() {}

    /// The name of the guard in traces and statistics: `scope`.
    public let name = "scope"

    /// Returns a veto, or nil where this guard sees no difference.
    public func veto(_ pair: QuestionPair) -> GuardVeto? {
        if let words = Opposition.between(pair, in: Lexicon.scope),
            !Roles(pair.asked.words).saysTheSameOrder(as: Roles(pair.stored.words))
        {
            return GuardVeto(by: name, reason: "one question includes what the other excludes", evidence: words)
        }
        let asked = pair.asked.words.filter { $0.classes.contains(.restriction) }
        let stored = pair.stored.words.filter { $0.classes.contains(.restriction) }
        if asked.isEmpty != stored.isEmpty {
            return GuardVeto(
                by: name, reason: "only one question is restricted", evidence: (asked + stored).map(\.text))
        }
        let comparison = pair.comparison
        let narrowing =
            Self.narrowing(comparison.unmatchedFirst, in: comparison.first)
            + Self.narrowing(comparison.unmatchedSecond, in: comparison.second)
        if narrowing.isEmpty { return nil }
        return GuardVeto(by: name, reason: "only one question has a condition or a place", evidence: narrowing)
    }

    /// Returns words behind a preposition that have no counterpart in the other question.
    private static func narrowing(_ unmatched: [Int], in words: [Word]) -> [String] {
        unmatched.filter { index in
            guard words[index].isStrong else { return false }
            let before = words[..<index].suffix(3).reversed()
            for word in before {
                if word.classes.contains(.scope) { return true }
                if word.text == "which" || word.text == "what" { return false }
                if word.classes.isDisjoint(with: [.determiner, .number]), !word.isContent { return false }
            }
            return false
        }.map { words[$0].text }
    }
}
