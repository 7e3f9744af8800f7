import LadderSemanticCache
import Testing

@Suite struct LabelledPairTests {
    private func pairs(_ text: String) throws -> [LabelledPair] { try LabelledPair.pairs(fromCSV: text) }

    @Test func `quotes, doubled quotes, commas and line breaks inside of fields are read`() throws {
        let text = "\"Say \"\"hi\"\", please\",\"two\nlines\",yes\nplain,5\" pipe,no\n"
        #expect(
            try pairs(text) == [
                LabelledPair(first: "Say \"hi\", please", second: "two\nlines", isSame: true),
                LabelledPair(first: "plain", second: "5\" pipe", isSame: false),
            ])
    }

    @Test(arguments: [
        "a,b,yes", "first,second,same\na,b,yes", "\u{FEFF}first,second,same\r\na,b,yes\r\n", "\n\na,b,yes\r",
    ])
    func `the header is optional, and every kind of line ending is read`(text: String) throws {
        #expect(try pairs(text) == [LabelledPair(first: "a", second: "b", isSame: true)])
    }

    @Test(arguments: [
        ("yes", true), ("No", false), ("TRUE", true), ("false", false), ("1", true), (" 0 ", false),
    ])
    func `labels are read in any case`(label: String, isSame: Bool) throws {
        #expect(try pairs("a,b,\(label)").map(\.isSame) == [isSame])
    }

    @Test(arguments: [
        ("a,b,yes\nc,d", 2, "expected 3 columns (question, question, label), found 2"),
        ("a,b,yes\n\"c\nc\",d,no\ne,f,perhaps", 4, "the label is \"perhaps\"; it must be yes or no"),
        ("a,b,yes\n\n ,d,no", 3, "a question is empty"),
        ("a,b,yes\nc,\"d,no\ne,f,no", 2, "a field has no closing quotation mark"),
        ("a,\"b\"c,yes", 1, "text follows the closing quotation mark of a field"),
    ])
    func `a mistake is reported with its line`(text: String, line: Int, message: String) throws {
        let error = #expect(throws: CSVFormatError.self) { try pairs(text) }
        #expect(error?.line == line)
        #expect(error?.description == "line \(line): \(message)")
    }

    @Test func `a text without rows has no pairs`() throws {
        #expect(try pairs("").isEmpty)
        #expect(try pairs("first,second,same\n").isEmpty)
    }

    @Test func `questions have two columns under a header`() throws {
        #expect(
            try LabelledQuestion.questions(fromCSV: "text,category\n\"a, b\",x\nc,y") == [
                LabelledQuestion("a, b", label: "x"), LabelledQuestion("c", label: "y"),
            ])
        #expect(throws: CSVFormatError.self) { try LabelledQuestion.questions(fromCSV: "text,category\na") }
    }
}
