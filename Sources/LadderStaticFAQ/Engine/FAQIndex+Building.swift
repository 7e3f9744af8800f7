import LadderText

extension FAQIndex {
    private struct Text {
        let entry: Int
        let number: Int
        let folded: String
        let tokens: [Token]
    }

    mutating func build() {
        var texts = readPhrasings()[...]
        for (number, entry) in entries.enumerated() {
            var scope = FAQScope()
            var termsOfPhrasings: [[Int]] = []
            while let text = texts.first, text.entry == number {
                termsOfPhrasings.append(addPhrasing(text, to: &scope))
                texts.removeFirst()
            }
            scope.add(answer: entry.answer)
            entryScopes.append(scope)
            addTerms(ofPhrasings: termsOfPhrasings, isAlone: entry.phrasings.count < 2)
            entryLanguages.append(entry.language.map(FAQLanguages.primary))
        }
        for entry in entries {
            // Words that only answers use stay unknown: questions do not use them.
            let tokens = joined(Tokenizer().tokens(entry.answer))
            answerTerms.append(Set(tokens.compactMap { vocabulary.term(of: $0) }).sorted())
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

    private mutating func addPhrasing(_ text: Text, to scope: inout FAQScope) -> [Int] {
        let tokens = joined(text.tokens)
        let terms = tokens.map { vocabulary.insert($0) }
        let words = tokens.map(\.text)
        let phrase = FAQPhrase(folded: text.folded, words: words, stems: terms.map { vocabulary.stems[$0] })
        scope.add(phrase, words: words)
        let unique = Set(terms).sorted()
        phrasings.append(FAQPhrasing(entry: text.entry, number: text.number, phrase: phrase, terms: unique))
        return unique
    }

    /// Keeps the terms of an entry, and those that only one of its phrasings has.
    private mutating func addTerms(ofPhrasings terms: [[Int]], isAlone: Bool) {
        var counts: [Int: Int] = [:]
        for term in terms.joined() { counts[term, default: 0] += 1 }
        entryTerms.append(counts.keys.sorted())
        loneTerms.append(isAlone ? [] : counts.filter { $0.value == 1 }.keys.sorted())
    }

    private mutating func weigh() {
        let count = vocabulary.stems.count
        postings = Self.positions(of: phrasings.map(\.terms), termCount: count)
        let holders = Self.positions(of: entryTerms, termCount: count)
        let most = Self.rarity(1, of: entries.count)
        weights = (0..<count).map { term in
            if vocabulary.isStopWord[term] { return FAQScoring.stopWord }
            let rarity = Self.rarity(holders[term].count, of: entries.count)
            return FAQScoring.commonWord + (1 - FAQScoring.commonWord) * min(1, rarity / most)
        }
        for number in phrasings.indices {
            let entry = phrasings[number].entry
            phrasings[number].total = phrasings[number].terms.reduce(0) { $0 + salience($1, in: entry) }
        }
    }

    /// Returns for each term the positions of the lists that hold it, in order.
    private static func positions(of lists: [[Int]], termCount: Int) -> [[Int]] {
        var positions = [[Int]](repeating: [], count: termCount)
        for (position, terms) in lists.enumerated() {
            for term in terms { positions[term].append(position) }
        }
        return positions
    }

    /// The rarity that BM25 uses, with straight lines between the powers of two for the logarithm, so that it is the
    /// same on every platform.
    private static func rarity(_ holders: Int, of count: Int) -> Float {
        let odds = 1 + (Float(count - holders) + 0.5) / (Float(holders) + 0.5)
        return Float(odds.exponent) + odds.significand - 1
    }
}

extension FAQIndex {
    /// Returns how much a word of a phrasing counts: less when no other phrasing of its entry has it.
    func salience(_ term: Int, in entry: Int) -> Float {
        weights[term] * (loneTerms[entry].contains(term) ? FAQScoring.loneWord : 1)
    }

    /// Returns the tokens with `log in` as `login` where some phrasing writes it so.
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
