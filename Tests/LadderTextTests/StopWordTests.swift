import LadderText
import Testing

@Suite struct StopWordTests {
    @Test(arguments: [
        ("en", "the"), ("de", "fur"), ("fr", "nous"), ("es", "cuando"), ("it", "della"), ("pt", "voces"), ("nl", "het"),
    ])
    func `each language has its list`(language: String, word: String) {
        #expect(StopWords.contains(word, language: language))
        #expect(StopWords.contains(word))
        #expect(StopWords.contains(word, language: language.uppercased() + "-XX"))
        #expect(!StopWords.contains("refund", language: language))
    }

    @Test func `a word of one language is no stop word of another`() {
        #expect(!StopWords.contains("the", language: "de"))
        #expect(StopWords.words("xx").isEmpty)
        #expect(StopWords.words("").isEmpty)
    }

    @Test func `every stop word is folded, and none turns a question around`() {
        for language in StopWords.languages {
            for word in StopWords.words(language).sorted() {
                #expect(Folding.fold(word) == word)
            }
        }
        for word in ["not", "no", "without", "off", "out", "before", "after", "cancel"] {
            #expect(!StopWords.contains(word, language: "en"), "\(word)")
        }
    }

    @Test(arguments: [
        ("I can't log in", true), ("I cannot log in", true), ("ich kann mich nicht anmelden", true),
        ("je ne peux pas", true),
        ("no puedo entrar", true), ("no quiero nada", true), ("am 5. Mai", false), ("I can log in", false),
        ("knot nothingness", false),
        ("ohne Vertrag", true), ("Não consigo entrar", true), ("geen internet", true), ("Don’t", true),
    ])
    func `negation is recognised`(text: String, negated: Bool) {
        #expect(Negation.isNegated(Tokenizer().tokens(text).map(\.text)) == negated)
    }

    @Test(arguments: [
        ("turn on roaming", "turn off roaming", true), ("turn roaming on", "turn on roaming", false),
        ("turn it off and on", "turn it on", false), ("blocked card", "unblock card", true),
        ("enable", "enabling", false),
        ("add a user", "delete users", true), ("add a user", "add a card", false),
    ])
    func `texts with opposite words disagree`(first: String, second: String, disagree: Bool) {
        let a = Tokenizer().tokens(first).map { EnglishStemmer.stem($0.text) }
        let b = Tokenizer().tokens(second).map { EnglishStemmer.stem($0.text) }
        #expect(Opposites.disagree(a, with: b) == disagree)
        #expect(Opposites.disagree(b, with: a) == disagree)
    }
}
