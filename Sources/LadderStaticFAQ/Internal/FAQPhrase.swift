import LadderText

/// What is known of one phrasing, or of one question, beside its terms.
struct FAQPhrase: Sendable {
    let isNegated: Bool
    let numbers: [NumberMention]
    let stems: [String]

    init(folded: String, stems: [String]) {
        self.stems = stems.filter { !Opposites.of($0).isEmpty }
        isNegated = Negation.isNegated(stems)
        numbers = NumberMention.all(folded: folded)
    }

    /// Why a question must not be answered by a phrasing, however alike they look.
    func objection(to phrasing: FAQPhrase) -> FAQObjection? {
        if isNegated != phrasing.isNegated { return .negation }
        if !numbers.isEmpty, !phrasing.numbers.isEmpty, Set(numbers) != Set(phrasing.numbers) { return .numbers }
        if Opposites.disagree(stems, phrasing.stems) { return .opposite }
        return nil
    }
}
