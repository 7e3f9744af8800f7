/// The kinds of things that a text asks for, read from its question words.
///
/// `When are you open?` asks for a time and `Why are you open?` for a reason, so one answer cannot serve both. A text
/// without a question word asks for nothing in particular.
package struct QuestionKinds: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// A reason: `why`, `how come`.
    package static let reason = QuestionKinds(rawValue: 1 << 0)
    /// A person: `who`.
    package static let person = QuestionKinds(rawValue: 1 << 1)
    /// An amount, a size or a price: `how much`, `how many`, `how old`, `what does it cost`.
    package static let amount = QuestionKinds(rawValue: 1 << 2)
    /// A moment or a length of time: `when`, `how long`, `what time`.
    package static let time = QuestionKinds(rawValue: 1 << 3)
    /// A place: `where`.
    package static let place = QuestionKinds(rawValue: 1 << 4)
    /// A way to do something: `how do I`.
    package static let way = QuestionKinds(rawValue: 1 << 5)
    /// Yes or no: `can I`, `is it`.
    package static let yesOrNo = QuestionKinds(rawValue: 1 << 6)

    /// Returns the kinds that a question asks for.
    ///
    /// Inside a question, `when`, `where` and `who` count only in front of an auxiliary verb: `when I pay` asks for
    /// nothing.
    ///
    /// - Parameter words: The folded words of the question, in order.
    package static func asked(in words: [String]) -> QuestionKinds {
        kinds(of: words, countsClauses: false)
    }

    /// Returns the kinds that a written phrasing may ask for: those of all its question words, and of nouns such as
    /// `hours` in `Opening hours`.
    ///
    /// - Parameter words: The folded words of the phrasing, in order.
    package static func mentioned(in words: [String]) -> QuestionKinds {
        words.reduce(into: kinds(of: words, countsClauses: true)) { $0.formUnion(QuestionWords.nouns[$1] ?? []) }
    }

    /// Returns the kinds that the numbers of a written text answer: times and dates, or amounts.
    package static func answered(by numbers: [NumberMention]) -> QuestionKinds {
        numbers.reduce(into: []) { kinds, number in
            switch number.unit {
            case .timeOfDay, .date: kinds.insert(.time)
            case .measure(let unit) where QuestionWords.unitsOfTime.contains(unit): kinds.insert(.time)
            case .measure, .currency, .percent: kinds.insert(.amount)
            case .none, .ordinal: break
            }
        }
    }

    /// Returns whether a text that serves questions of the given kinds can answer a question of these kinds.
    ///
    /// A reason must be served itself. Another kind may also be answered by a text that serves no kind, such as
    /// `Opening hours`, and a way or a place by a text for the other or for yes or no.
    package func canBeAnswered(by served: QuestionKinds) -> Bool {
        let asked = subtracting(.yesOrNo)
        if asked.isEmpty || served.isEmpty { return true }
        if asked.contains(.reason) { return served.contains(.reason) }
        if !asked.isDisjoint(with: served) { return true }
        return !asked.isDisjoint(with: [.way, .place]) && !served.isDisjoint(with: [.way, .place, .yesOrNo])
    }

    private static func kinds(of words: [String], countsClauses: Bool) -> QuestionKinds {
        var kinds: QuestionKinds = []
        for (position, word) in words.enumerated() {
            let next = position + 1 < words.count ? words[position + 1] : ""
            let opensQuestion = countsClauses || position == 0 || QuestionWords.auxiliaries.contains(next)
            if word == "how" {
                kinds.formUnion(self.kinds(ofHow: next, in: words))
                if next == "many" || next == "much" { kinds.formUnion(unitOfTime(after: position + 1, in: words)) }
            } else if word == "what" || word == "which" {
                kinds.formUnion(unitOfTime(after: position, in: words))
                for word in words { kinds.formUnion(QuestionWords.nouns[word] ?? []) }
            } else if let kind = QuestionWords.anywhere[word] {
                kinds.insert(kind)
            } else if opensQuestion, let kind = QuestionWords.openings[word] {
                kinds.insert(kind)
            } else if position == 0, QuestionWords.auxiliaries.contains(word) {
                kinds.insert(.yesOrNo)
            }
        }
        return kinds
    }

    /// Returns the kinds that `how` asks for in front of the word `next`.
    private static func kinds(ofHow next: String, in words: [String]) -> QuestionKinds {
        if next == "come" { return .reason }
        if let kind = QuestionWords.measures[next] { return kind }
        // The words may be in another order, such as `take how does it long`.
        let measures = words.reduce(into: QuestionKinds()) { $0.formUnion(QuestionWords.measures[$1] ?? []) }
        return next == "to" || QuestionWords.auxiliaries.contains(next) ? measures.union(.way) : measures
    }

    private static func unitOfTime(after position: Int, in words: [String]) -> QuestionKinds {
        guard position + 1 < words.count else { return [] }
        return QuestionWords.unitsOfTime.contains(words[position + 1]) ? .time : []
    }
}
