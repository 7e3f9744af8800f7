import LadderText

/// Vetoes where days, months, parts of the day, seasons or times of day differ, or where one question alone names one.
public struct DateGuard: SemanticGuard {
    /// Creates the guard, which has no options.
    public init() {}

    /// The name of the guard in traces and statistics: `dates`.
    public let name = "dates"

    /// Returns a veto, or nil where this guard sees no difference.
    public func veto(_ pair: QuestionPair) -> GuardVeto? {
        let (asked, stored) = pair.comparison.unmatched { $0.classes.contains(.date) }
        if !asked.isEmpty || !stored.isEmpty {
            return GuardVeto(by: name, reason: "the dates differ", evidence: (asked + stored).map(\.text))
        }
        if !pair.asked.mentions.isEmpty || !pair.stored.mentions.isEmpty,
            Self.days(pair.asked) != Self.days(pair.stored)
        {
            return GuardVeto(by: name, reason: "the dates or times of day differ")
        }
        let one = Self.periods(in: pair.asked.words)
        let other = Self.periods(in: pair.stored.words)
        if one != other {
            return GuardVeto(
                by: name, reason: "the periods differ", evidence: Array(one.symmetricDifference(other)).sorted())
        }
        return nil
    }

    private static func days(_ question: Question) -> Set<NumberMention> {
        question.mentions.isEmpty ? [] : Set(question.mentions.filter { [.date, .timeOfDay].contains($0.unit) })
    }

    /// Returns periods as seen from the present: `this week`, `last month`.
    private static func periods(in words: [Word]) -> Set<String> {
        var periods: Set<String> = []
        for index in words.indices.dropLast() where !words[index + 1].classes.isDisjoint(with: [.period, .date]) {
            if let side = sides[words[index].text] { periods.insert("\(side) \(words[index + 1].stem)") }
        }
        return periods
    }

    private static let sides = [
        "this": "this", "current": "this", "last": "last", "past": "last", "previous": "last", "next": "next",
        "coming": "next", "upcoming": "next", "following": "next",
    ]
}
