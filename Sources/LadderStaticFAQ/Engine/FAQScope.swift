import LadderText

/// The questions that an entry can answer: the kinds its phrasings ask for, and the numbers it names.
///
/// The numbers in the answer count as well: an answer with a price gives an amount, one with a deadline gives a time.
struct FAQScope: Sendable {
    private var kinds: QuestionKinds = []
    private var numbers: [NumberMention] = []

    /// Adds the words and numbers of a phrasing.
    mutating func add(_ phrase: FAQPhrase, words: [String]) {
        kinds.formUnion(QuestionKinds.mentioned(in: words))
        numbers += phrase.numbers
    }

    /// Adds the numbers of the answer, after all phrasings.
    mutating func add(answer: String) {
        let stated = NumberMention.all(in: answer)
        if !kinds.isEmpty { kinds.formUnion(.answered(by: stated)) }
        numbers += stated
    }

    /// Returns what forbids that the entry answers a question, or nil.
    func objection(to question: FAQPhrase, asking asked: QuestionKinds) -> FAQObjection? {
        if !question.numbers.allSatisfy(names) { return .numbers }
        return asked.canBeAnswered(by: kinds) ? nil : .questionWord
    }

    /// Returns whether the entry names a number, with the same unit or one of the two without a unit.
    private func names(_ number: NumberMention) -> Bool {
        numbers.contains {
            $0.value == number.value && ($0.unit == number.unit || $0.unit == .none || number.unit == .none)
        }
    }
}
