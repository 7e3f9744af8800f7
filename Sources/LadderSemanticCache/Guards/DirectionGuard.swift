/// Vetoes where two questions use the same words in exchanged roles: `from Paris to Rome` and `from Rome to Paris`,
/// `is Java faster than Go` and `is Go faster than Java`, `can cats eat dog food` and `can dogs eat cat food`.
public struct DirectionGuard: SemanticGuard {
    /// Creates the guard.
    public init() {}

    /// The name `direction`.
    public let name = "direction"

    /// Returns a veto, or nil where this guard sees no difference.
    public func veto(_ pair: QuestionPair) -> GuardVeto? {
        let asked = Roles(pair.asked.words)
        let stored = Roles(pair.stored.words)
        if let words = asked.routesExchanged(with: stored) ?? asked.orderExchanged(with: stored)
            ?? Self.aroundCommonWord(pair.comparison)
        {
            return GuardVeto(by: name, reason: "the same words have exchanged roles", evidence: words)
        }
        return nil
    }

    /// Returns the words at both sides of a common word, mostly a verb, that are exchanged.
    private static func aroundCommonWord(_ comparison: Comparison) -> [String]? {
        for (index, partner) in comparison.partners.enumerated() {
            guard let partner, comparison.first[index].isContent,
                isPassive(index, in: comparison.first) == isPassive(partner, in: comparison.second),
                let one = neighbours(of: index, in: comparison.first),
                let other = neighbours(of: partner, in: comparison.second),
                one.before.matches(other.after), one.after.matches(other.before), !one.before.matches(one.after)
            else { continue }
            return [one.before.text, one.after.text]
        }
        return nil
    }

    private static func neighbours(of index: Int, in words: [Word]) -> (before: Word, after: Word)? {
        guard let before = words[..<index].last(where: \.isContent),
            let after = words[(index + 1)...].first(where: \.isContent)
        else { return nil }
        let next = words[index + 1].text
        let previous = words[index - 1].text
        let isListed = [next, previous].contains { ["and", "or", "vs", "versus", "between"].contains($0) }
        return isListed ? nil : (before, after)
    }

    private static func isPassive(_ index: Int, in words: [Word]) -> Bool {
        words[(index + 1)...].prefix(3).contains { $0.text == "by" }
    }
}
