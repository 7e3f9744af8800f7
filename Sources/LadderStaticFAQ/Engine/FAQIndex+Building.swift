import LadderText

extension FAQIndex {
    private struct Text {
        let entry: Int
        let number: Int
        let folded: String
        let tokens: [Token]
    }

    mutating func build() {
        let texts = readPhrasings()
        var next = texts.startIndex
        for entry in entries.indices {
            var terms: [Int32] = []
            while next < texts.endIndex, texts[next].entry == entry {
                terms += addPhrasing(texts[next])
                next += 1
            }
            closeEntry(terms, isAlone: entries[entry].phrasings.count < 2)
        }
        for entry in entries {
            // Words that only answers use stay unknown: nobody asks with them.
            let tokens = joined(Tokenizer().tokens(entry.answer))
            answerTerms.append(Set(tokens.compactMap { vocabulary.term(of: $0) }).sorted())
            entryLanguages.append(register(entry.language))
        }
        vocabulary.seal(languages)
        weigh()
    }

    private mutating func readPhrasings() -> [Text] {
        var texts: [Text] = []
        for (entry, value) in entries.enumerated() {
            for (number, text) in value.phrasings.enumerated() {
                let folded = Folding.fold(text)
                let tokens = Tokenizer().tokens(folded: folded)
                guard !tokens.isEmpty else { continue }
                for token in tokens { _ = vocabulary.insert(token) }
                languages.add(tokens.map(\.text), tag: value.language)
                texts.append(Text(entry: entry, number: number, folded: folded, tokens: tokens))
            }
        }
        languages.seal()
        return texts
    }

    private mutating func addPhrasing(_ text: Text) -> [Int32] {
        let tokens = joined(text.tokens)
        let terms = tokens.map { vocabulary.insert($0) }
        let stems = terms.map { vocabulary.stems[Int($0)] }
        let phrase = FAQPhrase(folded: text.folded, words: tokens.map(\.text), stems: stems)
        phrasings.append(FAQPhrasing(entry: Int32(text.entry), number: text.number, phrase: phrase))
        let unique = Set(terms).sorted()
        phrasingTerms.append(unique)
        return unique
    }

    /// Notes which terms an entry has, and which of them only one of its phrasings has.
    private mutating func closeEntry(_ terms: [Int32], isAlone: Bool) {
        var unique: [Int32] = []
        var lone: [Int32] = []
        for term in terms.sorted() {
            if unique.last != term {
                unique.append(term)
                lone.append(term)
            } else if lone.last == term {
                lone.removeLast()
            }
        }
        entryTerms.append(unique)
        loneTerms.append(isAlone ? [] : lone)
    }

    private mutating func weigh() {
        let count = vocabulary.stems.count
        postings = phrasingTerms.inverted(valueCount: count)
        let holders = entryTerms.inverted(valueCount: count)
        let most = Self.rarity(1, of: entries.count)
        weights = (0..<count).map { term in
            if vocabulary.isStopWord[term] { return FAQScoring.stopWord }
            let rarity = Self.rarity(holders[term].count, of: entries.count)
            return FAQScoring.commonWord + (1 - FAQScoring.commonWord) * min(1, rarity / most)
        }
        for number in phrasings.indices {
            let entry = Int(phrasings[number].entry)
            phrasings[number].total = phrasingTerms[number].reduce(0) { $0 + salience($1, in: entry) }
        }
    }

    /// The rarity BM25 uses, with the binary logarithm as straight lines between powers of two: the same on every
    /// platform, and close enough for a weight.
    private static func rarity(_ holders: Int, of count: Int) -> Float {
        let odds = 1 + (Float(count - holders) + 0.5) / (Float(holders) + 0.5)
        return Float(odds.exponent) + odds.significand - 1
    }

    private mutating func register(_ language: String?) -> Int16 {
        guard let language else { return Self.anyLanguage }
        let name = FAQLanguages.primary(language)
        if let place = languageNames.firstIndex(of: name) { return Int16(clamping: place) }
        languageNames.append(name)
        return Int16(clamping: languageNames.count - 1)
    }
}

extension FAQIndex {
    /// What a word of a phrasing counts: less when no other phrasing of its entry needs it.
    func salience(_ term: Int32, in entry: Int) -> Float {
        weights[Int(term)] * (loneTerms[entry].contains(term) ? FAQScoring.loneWord : 1)
    }

    /// A number for a language; one that no entry has gets a number no entry has.
    func languageCode(_ tag: String) -> Int16 {
        languageNames.firstIndex(of: FAQLanguages.primary(tag)).map { Int16(clamping: $0) } ?? .min
    }

    /// Tokens with `log in` made `login` where some phrasing writes it so.
    func joined(_ tokens: [Token]) -> [Token] {
        var result: [Token] = []
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            if index + 1 < tokens.count, token.kind == .word, tokens[index + 1].kind == .word,
                vocabulary.isSpelling(token.text + tokens[index + 1].text)
            {
                result.append(Token(token.text + tokens[index + 1].text))
                index += 2
            } else {
                result.append(token)
                index += 1
            }
        }
        return result
    }
}
