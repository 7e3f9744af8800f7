/// Vetoes where two questions use the same words in exchanged roles: `from Paris to Rome` and `from Rome to Paris`,
/// `is Java faster than Go` and `is Go faster than Java`, `can cats eat dog food` and `can dogs eat cat food`.
public struct DirectionGuard: SemanticGuard {
    /// Creates the guard, which has no options.
    public init() {}

    /// The name of the guard in traces and statistics: `direction`.
    public let name = "direction"

    /// Returns a veto, or nil where this guard sees no difference.
    public func veto(_ pair: QuestionPair) -> GuardVeto? {
        let asked = Roles(pair.asked.words)
        let stored = Roles(pair.stored.words)
        if let words = asked.routesExchanged(with: stored) ?? asked.orderExchanged(with: stored)
            ?? Self.aroundCommonWord(pair.comparison) ?? Self.swapped(pair) ?? Self.subjects(pair)
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

    /// Returns two words that have exchanged their places in otherwise equal texts of any language: `is a tomato a
    /// fruit` and `is a fruit a tomato`. In a list the order says nothing.
    private static func swapped(_ pair: QuestionPair) -> [String]? {
        let (asked, stored) = (pair.asked.words, pair.stored.words)
        guard asked.count == stored.count, asked.count > 2 else { return nil }
        let places = asked.indices.filter { asked[$0].text != stored[$0].text }
        guard places.count == 2, asked[places[0]].text == stored[places[1]].text,
            asked[places[1]].text == stored[places[0]].text,
            places.allSatisfy({ asked[$0].classes.isDisjoint(with: grammar) }),
            !isListed(asked[(places[0] + 1)..<places[1]])
        else { return nil }
        return places.map { asked[$0].text }
    }

    /// Returns the question word where it is the subject of one question and the object of the other: `who owns it` and
    /// `who does it own`.
    private static func subjects(_ pair: QuestionPair) -> [String]? {
        let comparison = pair.comparison
        guard comparison.unmatchedFirst.isEmpty, comparison.unmatchedSecond.isEmpty,
            let asked = asksForSubject(pair.asked.words), let stored = asksForSubject(pair.stored.words),
            asked != stored, let first = pair.asked.words.first, first.text == pair.stored.words.first?.text
        else { return nil }
        return [first.text]
    }

    /// Returns whether a question begins with `who`, `what` or `which` as its subject; nil for other questions.
    private static func asksForSubject(_ words: [Word]) -> Bool? {
        guard let first = words.first, ["who", "what", "which"].contains(first.text) else { return nil }
        let auxiliaries = words.filter { $0.classes.contains(.auxiliary) }
        if auxiliaries.isEmpty { return words.count > 2 ? true : nil }
        return auxiliaries.count == 1 && ["do", "does", "did"].contains(auxiliaries[0].text) ? false : nil
    }

    /// Returns whether nothing but `and` or `or` and grammar is between two words.
    private static func isListed(_ between: ArraySlice<Word>) -> Bool {
        between.contains { listing.contains($0.text) }
            && !between.contains { $0.isContent && !listing.contains($0.text) }
    }

    private static let grammar: WordClasses = [.function, .light, .determiner, .pronoun, .auxiliary, .negator]
    private static let listing: Set<String> = ["and", "or", "vs", "versus", "y", "o", "et", "ou", "und", "oder", "e"]

    private static func isPassive(_ index: Int, in words: [Word]) -> Bool {
        words[(index + 1)...].prefix(3).contains { $0.text == "by" }
    }
}
