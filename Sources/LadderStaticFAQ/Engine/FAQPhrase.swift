import LadderText

/// The parts of a phrasing or a question that can forbid an answer however alike the two look.
struct FAQPhrase: Sendable {
    let isNegated: Bool
    let numbers: [NumberMention]
    /// The words that have an opposite.
    let opposable: [String]

    init(folded: String, words: [String], stems: [String]) {
        isNegated = Negation.isNegated(words)
        numbers = NumberMention.all(folded: folded)
        opposable = stems.filter { !Opposites.of($0).isEmpty }
    }

    /// Returns what forbids that a phrasing answers this question, or nil.
    func objection(to phrasing: FAQPhrase) -> FAQObjection? {
        if isNegated != phrasing.isNegated { return .negation }
        if !numbers.isEmpty, !phrasing.numbers.isEmpty, Set(numbers) != Set(phrasing.numbers) { return .numbers }
        if Opposites.disagree(opposable, with: phrasing.opposable) { return .opposite }
        return nil
    }
}
