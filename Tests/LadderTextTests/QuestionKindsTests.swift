import LadderText
import Testing

@Suite struct QuestionKindsTests {
    private func words(_ text: String) -> [String] {
        Tokenizer().tokens(text).map(\.text)
    }

    @Test(
        arguments: [
            ("Why are you open?", .reason), ("How come you are closed?", .reason), ("Warum ist zu?", .reason),
            ("Who pays for it?", .person), ("How much is it?", .amount), ("How many are there?", .amount),
            ("How old must I be?", .amount), ("What does it cost?", .amount), ("Combien ça coûte?", .amount),
            ("When are you open?", .time), ("How long does it take?", .time), ("What time is it?", .time),
            ("Wann ist geöffnet?", .time), ("How many days are left?", [.amount, .time]),
            ("Where is it?", .place), ("Donde está?", .place), ("How do I pay?", .way), ("Can I pay?", .yesOrNo),
            ("What is it?", []), ("What are your opening hours?", .time), ("Opening hours", []),
            ("I cannot log in", []), ("", []), ("how", []), ("How to pay", .way), ("How lnog is it?", []),
            ("take how does it long", [.way, .time]), ("Please, when are you open?", .time),
            ("I see an error when I pay", []), ("The shop where I bought it", []), ("A friend who pays", []),
        ] as [(String, QuestionKinds)])
    func `a question asks for the kinds of its question words`(text: String, kinds: QuestionKinds) {
        #expect(QuestionKinds.asked(in: words(text)) == kinds)
    }

    @Test func `a phrasing also serves the kinds of its clauses and nouns`() {
        #expect(QuestionKinds.mentioned(in: words("I see an error when I pay")) == .time)
        #expect(QuestionKinds.mentioned(in: words("Tell me who pays")) == .person)
        #expect(QuestionKinds.mentioned(in: words("Opening hours")) == .time)
    }

    @Test(
        arguments: [
            ("9:00 to 18:00", .time), ("within 5 days", .time), ("on 5 May", .time), ("costs 5 €", .amount),
            ("20 % off", .amount), ("up to 23 kg", .amount), ("9 to 18", []), ("the 2nd", []), ("no number", []),
        ] as [(String, QuestionKinds)])
    func `the numbers of an answer give times and amounts`(text: String, kinds: QuestionKinds) {
        #expect(QuestionKinds.answered(by: NumberMention.all(in: text)) == kinds)
    }

    @Test(
        arguments: [
            ([], .time, true), (.yesOrNo, .time, true), (.time, [], true), (.reason, [], true),
            (.time, .time, true), (.time, .amount, false), ([.time, .amount], .amount, true),
            (.reason, .time, false), ([.reason, .time], .time, false), (.reason, [.reason, .time], true),
            (.person, .yesOrNo, false), (.amount, .yesOrNo, false), (.amount, .way, false),
            (.way, .yesOrNo, true), (.way, .place, true), (.place, .way, true), (.way, .time, false),
        ] as [(QuestionKinds, QuestionKinds, Bool)])
    func `a question is answered by a text of its kind`(asked: QuestionKinds, served: QuestionKinds, expected: Bool) {
        #expect(asked.canBeAnswered(by: served) == expected)
    }
}
