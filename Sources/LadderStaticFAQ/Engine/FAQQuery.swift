import LadderText

/// A question, with every word resolved to the terms it may stand for.
struct FAQQuery {
    struct Word {
        /// One term when the word is spelled as known, else those one typing error away.
        var terms: [Int]
        /// How much the word counts.
        var weight: Float
        /// The share of its weight that a hit earns.
        var credit: Float
    }

    private(set) var words: [Word] = []
    private(set) var total: Float = 0
    let phrase: FAQPhrase
    let asked: QuestionKinds

    init(_ text: String, index: FAQIndex) {
        let folded = Folding.fold(text)
        var seen: Set<[Int]> = []
        var spelled: [String] = []
        var stems: [String] = []
        var slips: Float = 0
        for token in index.joined(Tokenizer().tokens(folded: folded)) {
            var word = Self.resolve(token, in: index)
            let isMisspelled = word.credit < 1 && !word.terms.isEmpty
            if isMisspelled {
                word.credit = max(0, word.credit - FAQScoring.furtherSlip * slips)
                slips += 1
            }
            let stem = word.terms.count == 1 ? index.vocabulary.stems[word.terms[0]] : FAQVocabulary.stem(of: token)
            stems.append(stem)
            spelled.append(isMisspelled ? stem : token.text)
            guard word.terms.isEmpty || seen.insert(word.terms).inserted else { continue }
            words.append(word)
            total += word.weight
        }
        phrase = FAQPhrase(folded: folded, words: spelled, stems: stems)
        asked = QuestionKinds.asked(in: spelled)
    }

    private static func resolve(_ token: Token, in index: FAQIndex) -> Word {
        if let term = index.vocabulary.term(of: token) {
            return Word(terms: [term], weight: index.weights[term], credit: 1)
        }
        if index.languages.isStopWord(token.text) {
            return Word(terms: [], weight: FAQScoring.stopWord, credit: 0)
        }
        let length = token.text.unicodeScalars.count
        let terms = index.vocabulary.neighbours(of: token)
        guard let heaviest = terms.map({ index.weights[$0] }).max() else {
            return Word(terms: [], weight: weight(ofUnknown: token, length: length), credit: 0)
        }
        let credit = length < 5 ? FAQScoring.shortSlipCredit : FAQScoring.slipCredit
        return Word(terms: terms, weight: max(heaviest, FAQScoring.slipWeight), credit: credit)
    }

    private static func weight(ofUnknown token: Token, length: Int) -> Float {
        guard token.kind == .word, length <= 3 else { return FAQScoring.unknownWord }
        return length == 3 ? FAQScoring.unknownShortWord : FAQScoring.unknownFragment
    }
}
