import LadderText

/// What can forbid an answer: negation, numbers and words with an opposite, of a phrasing or of a question.
struct FAQPhrase: Sendable {
    let isNegated: Bool
    let numbers: [NumberMention]
    let opposable: [String]

    init(folded: String, words: [String], stems: [String]) {
        isNegated = Negation.isNegated(words)
        numbers = NumberMention.all(folded: folded)
        opposable = stems.filter { !Opposites.of($0).isEmpty }
    }

    /// Why a question must not be answered by a phrasing, however alike they look.
    func objection(to phrasing: FAQPhrase) -> FAQObjection? {
        if isNegated != phrasing.isNegated { return .negation }
        if !numbers.isEmpty, !phrasing.numbers.isEmpty, Set(numbers) != Set(phrasing.numbers) { return .numbers }
        if Opposites.disagree(opposable, phrasing.opposable) { return .opposite }
        return nil
    }
}
