import LadderText

/// A question, with every word resolved to the terms it may mean.
struct FAQQuery {
    struct Word {
        /// The terms it may be; one when it is spelled as known, several when it is a slip away from several.
        var terms: [Int32]
        /// How much it counts when it is missing from a phrasing.
        var weight: Float
        /// How much of its weight a hit earns.
        var credit: Float
    }

    var words: [Word] = []
    var total: Float = 0
    let phrase: FAQPhrase

    init(_ text: String, index: FAQIndex) {
        let folded = Folding.fold(text)
        var seen: Set<[Int32]> = []
        var stems: [String] = []
        var slips = 0
        for token in index.joined(Tokenizer().tokens(folded: folded)) {
            var word = Self.word(token, index)
            if word.credit < 1, !word.terms.isEmpty {
                word.credit = max(0, word.credit - index.scoring.slipGrowth * Float(slips))
                slips += 1
            }
            stems.append(word.terms.count == 1 ? index.vocabulary.stems[Int(word.terms[0])] : FAQVocabulary.stem(of: token))
            guard word.terms.isEmpty || seen.insert(word.terms).inserted else { continue }
            words.append(word)
            total += word.weight
        }
        phrase = FAQPhrase(folded: folded, stems: stems)
    }

    private static func word(_ token: Token, _ index: FAQIndex) -> Word {
        if let term = index.vocabulary.term(of: token) {
            return Word(terms: [term], weight: index.weights[Int(term)], credit: 1)
        }
        if index.languages.isStopWord(token.text) {
            return Word(terms: [], weight: index.scoring.stopWord, credit: 0)
        }
        let terms = index.vocabulary.neighbours(of: token)
        let heaviest = terms.map { index.weights[Int($0)] }.max()
        let length = token.text.unicodeScalars.count
        guard let heaviest else {
            let unknown = token.kind != .word ? 1 : length < 3 ? index.scoring.fragment : length == 3 ? index.scoring.unknown3 : index.scoring.unknown
            return Word(terms: [], weight: unknown, credit: 0)
        }
        let credit = length < 5 ? index.scoring.shortSlip : index.scoring.slipCredit
        return Word(terms: terms, weight: max(heaviest, index.scoring.slipWeight), credit: credit)
    }
}
