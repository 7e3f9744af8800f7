import LadderText

/// A question, with every word resolved to the terms it may mean.
struct FAQQuery {
    struct Word {
        /// One term when it is spelled as known, those one slip away when it is not.
        var terms: [Int32]
        /// How much it counts.
        var weight: Float
        /// How much of its weight a hit earns.
        var credit: Float
    }

    private(set) var words: [Word] = []
    private(set) var total: Float = 0
    let phrase: FAQPhrase

    init(_ text: String, index: FAQIndex) {
        let folded = Folding.fold(text)
        var seen: Set<[Int32]> = []
        var spelled: [String] = []
        var stems: [String] = []
        var slips: Float = 0
        for token in index.joined(Tokenizer().tokens(folded: folded)) {
            var word = Self.resolve(token, index)
            let isSlip = word.credit < 1 && !word.terms.isEmpty
            if isSlip {
                word.credit = max(0, word.credit - FAQScoring.furtherSlip * slips)
                slips += 1
            }
            let stem =
                word.terms.count == 1 ? index.vocabulary.stems[Int(word.terms[0])] : FAQVocabulary.stem(of: token)
            stems.append(stem)
            spelled.append(isSlip ? stem : token.text)
            guard word.terms.isEmpty || seen.insert(word.terms).inserted else { continue }
            words.append(word)
            total += word.weight
        }
        phrase = FAQPhrase(folded: folded, words: spelled, stems: stems)
    }

    private static func resolve(_ token: Token, _ index: FAQIndex) -> Word {
        if let term = index.vocabulary.term(of: token) {
            return Word(terms: [term], weight: index.weights[Int(term)], credit: 1)
        }
        if index.languages.isStopWord(token.text) {
            return Word(terms: [], weight: FAQScoring.stopWord, credit: 0)
        }
        let length = token.text.unicodeScalars.count
        let terms = index.vocabulary.neighbours(of: token)
        guard let heaviest = terms.map({ index.weights[Int($0)] }).max() else {
            return Word(terms: [], weight: unknownWeight(token, length), credit: 0)
        }
        let credit = length < 5 ? FAQScoring.shortSlipCredit : FAQScoring.slipCredit
        return Word(terms: terms, weight: max(heaviest, FAQScoring.slipWeight), credit: credit)
    }

    private static func unknownWeight(_ token: Token, _ length: Int) -> Float {
        guard token.kind == .word, length <= 3 else { return FAQScoring.unknownWord }
        return length == 3 ? FAQScoring.unknownShortWord : FAQScoring.unknownFragment
    }
}
