import LadderCore
import Testing

@Suite struct TokenEstimatorTests {
    private let estimator = StandardTokenEstimator()

    @Test func `an empty text has no tokens, and any other text at least one`() {
        for vocabulary in StandardTokenEstimator.Vocabulary.allCases {
            let estimator = StandardTokenEstimator(vocabulary: vocabulary)
            #expect(estimator.tokens(in: "") == 0)
            for text in ["a", " ", "\n", "\u{0}", "é", "!", "\u{FE0F}", "\u{10FFFF}"] {
                #expect(estimator.tokens(in: text) >= 1, "\(text.unicodeScalars)")
            }
        }
    }

    @Test func `a text of ordinary words is counted as the tokenizer does`() {
        #expect(estimator.tokens(in: "Where is my order?") == 5)
        #expect(estimator.tokens(in: "Returns the weather at a place.") == 7)
    }

    @Test func `the vocabularies differ where the tokenizers do`() {
        let (english, greek) = ("Where is my order?", "Πού είναι η παραγγελία μου;")
        let older = StandardTokenEstimator(vocabulary: .cl100k)
        #expect(older.tokens(in: english) == estimator.tokens(in: english))
        #expect(older.tokens(in: greek) > estimator.tokens(in: greek) * 3 / 2)
    }

    @Test func `three digits are one token`() {
        #expect(estimator.tokens(in: String(repeating: "7", count: 300)) == 100)
        #expect(estimator.tokens(in: "1234") == 2)
    }

    @Test(arguments: [("words", 1), ("camelCaseWord", 4), ("CAPITAL", 1)])
    func `a capital letter inside a word starts another token`(text: String, tokens: Int) {
        #expect(estimator.tokens(in: text) == tokens)
    }

    @Test func `spaces between words are free, and indentation is one token`() {
        let flat = estimator.tokens(in: "one two")
        #expect(estimator.tokens(in: "one    two") == flat + 1)
        #expect(estimator.tokens(in: "one" + String(repeating: " ", count: 30) + "two") == flat + 1)
    }

    @Test func `a ruler of one character is a token or two, and mixed punctuation is not`() {
        #expect(estimator.tokens(in: String(repeating: "-", count: 60)) == 1)
        #expect(estimator.tokens(in: String(repeating: "%;", count: 30)) >= 25)
    }

    @Test func `letters with composed and with combining accents are estimated alike`() {
        let composed = estimator.tokens(in: "l\u{E9}g\u{E8}ret\u{E9}")
        let combining = estimator.tokens(in: "le\u{301}ge\u{300}rete\u{301}")
        #expect(abs(composed - combining) <= 1)
    }

    /// Patterns that could defeat a counter: endless runs, alternating classes, characters beyond the tables.
    @Test(arguments: [
        "a", "A", "aA", "é", " ", "\n", "\t", "7", "7a", "!", "! ", "漢", "かな漢", "👨‍👩‍👧", "\u{301}", "\u{10FFFF}", "\u{0}",
        "x\n \t",
    ])
    func `a long adversarial text gets an estimate between one and its number of bytes`(pattern: String) {
        let text = String(repeating: pattern, count: 1 << 20 / pattern.utf8.count)
        for vocabulary in StandardTokenEstimator.Vocabulary.allCases {
            let tokens = StandardTokenEstimator(vocabulary: vocabulary).tokens(in: text)
            #expect(tokens >= 1)
            // A byte is never more than one token; "aA" and the like are estimated at up to twice of that.
            #expect(tokens <= text.utf8.count * 2)
        }
    }
}
