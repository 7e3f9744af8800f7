import LadderText

/// Finds the written answer to a question, or none when in doubt.
///
/// Use it on its own when you want matching without a pipeline; `StaticFAQ` uses it inside one.
///
/// ```swift
/// let index = FAQIndex([
///     FAQEntry(id: "refund", phrasings: ["How long does a refund take?"], answer: "Five days.")
/// ])
/// let answer = index.match("how long do refunds taek")?.entry.answer
/// ```
///
/// A question and a phrasing are compared by the words they share, in any order, rare words counting more than common
/// ones. Unknown words lower the score, one slip per word is forgiven, and a question that negates, names other numbers
/// or says `off` instead of `on` is never answered. The result is the same in every process.
///
/// Building costs about 20 µs per phrasing. A match costs time with the number of phrasings that share a rare word.
public struct FAQIndex: Sendable {
    /// The entries, in the order they were given.
    public let entries: [FAQEntry]

    /// How sure a match must be.
    public let matching: FAQMatching

    /// How many entries are looked at for a rival that may answer.
    private static let rivals = 8

    let scoring: FAQScoring
    private(set) var vocabulary = FAQVocabulary()
    private(set) var weights: [Float] = []
    private(set) var phrasings: [FAQPhrasing] = []
    private(set) var phrasingTerms = Rows()
    private(set) var entryTerms = Rows()
    private(set) var loneTerms = Rows()
    private(set) var answerTerms = Rows()
    private(set) var postings = Rows()
    private(set) var languages = FAQLanguages()

    /// Indexes `entries`. Phrasings without a word in them are skipped.
    public init(_ entries: [FAQEntry], matching: FAQMatching = FAQMatching()) {
        self.init(entries, matching: matching, scoring: FAQScoring())
    }

    init(_ entries: [FAQEntry], matching: FAQMatching, scoring: FAQScoring) {
        self.entries = entries
        self.matching = matching
        self.scoring = scoring
        build()
    }

    /// The answer to `text`, or `nil` when no entry is close enough or two are about equally close.
    ///
    /// - Parameter language: The language of the question, if known: entries of other languages are left out.
    public func match(_ text: String, language: String? = nil) -> FAQMatch? {
        let ranked = ranked(text, language: language, limit: Self.rivals)
        guard let place = ranked.firstIndex(where: { $0.objection == nil }) else { return nil }
        let best = ranked[place]
        // What comes before it is closer and asks for the opposite.
        guard place == 0, best.score >= matching.threshold else { return nil }
        let rival = ranked.dropFirst().first { $0.objection == nil }
        if let rival, best.score - rival.score < matching.margin { return nil }
        return best
    }

    /// The entries closest to `text`, best first, each once, including those too far away to answer.
    public func ranked(_ text: String, language: String? = nil, limit: Int = 5) -> [FAQMatch] {
        guard limit > 0, text.unicodeScalars.count <= matching.maximumLength else { return [] }
        let query = FAQQuery(text, index: self)
        let search = FAQSearch(index: self, query: query, language: language)
        return search.best(limit)
    }

    /// Tokens with `log in` made `login` where some phrasing writes it so.
    func joined(_ tokens: [Token]) -> [Token] {
        var result: [Token] = []
        var index = 0
        while index < tokens.count {
            if index + 1 < tokens.count, tokens[index].kind == .word, tokens[index + 1].kind == .word,
                vocabulary.isSpelling(tokens[index].text + tokens[index + 1].text)
            {
                result.append(Token(tokens[index].text + tokens[index + 1].text))
                index += 2
            } else {
                result.append(tokens[index])
                index += 1
            }
        }
        return result
    }
}

extension FAQIndex {
    private mutating func build() {
        var texts: [(entry: Int32, number: Int, folded: String, tokens: [Token])] = []
        for (entry, value) in entries.enumerated() {
            for (number, text) in value.phrasings.enumerated() {
                let folded = Folding.fold(text)
                let tokens = Tokenizer().tokens(folded: folded)
                guard !tokens.isEmpty else { continue }
                for token in tokens { _ = vocabulary.insert(token) }
                languages.add(tokens.map(\.text), tag: value.language)
                texts.append((Int32(entry), number, folded, tokens))
            }
        }
        languages.seal()
        var union: [Int32] = []
        var last: Int32 = 0
        for text in texts {
            while last < text.entry { closeEntry(&union, &last) }
            let terms = joined(text.tokens).map { vocabulary.insert($0) }
            let stems = terms.map { vocabulary.stems[Int($0)] }
            let phrase = FAQPhrase(folded: text.folded, stems: stems)
            phrasings.append(FAQPhrasing(entry: text.entry, number: text.number, phrase: phrase))
            let unique = Set(terms).sorted()
            phrasingTerms.append(unique)
            union += unique
        }
        while Int(last) < entries.count { closeEntry(&union, &last) }
        for entry in entries {
            let tokens = joined(Tokenizer().tokens(entry.answer))
            answerTerms.append(Set(tokens.compactMap { vocabulary.term(of: $0) }).sorted())
        }
        vocabulary.seal(languages)
        weigh()
    }

    /// Notes which terms an entry has, and which of them only one of its phrasings has.
    private mutating func closeEntry(_ terms: inout [Int32], _ entry: inout Int32) {
        terms.sort()
        var unique: [Int32] = []
        var lone: [Int32] = []
        for term in terms {
            if unique.last != term {
                unique.append(term)
                lone.append(term)
            } else if lone.last == term {
                lone.removeLast()
            }
        }
        entryTerms.append(unique)
        loneTerms.append(entries[Int(entry)].phrasings.count > 1 ? lone : [])
        terms.removeAll(keepingCapacity: true)
        entry += 1
    }

    private mutating func weigh() {
        let count = vocabulary.stems.count
        postings = phrasingTerms.inverted(valueCount: count)
        let holders = entryTerms.inverted(valueCount: count)
        let most = Self.rarity(1, of: entries.count)
        weights = (0..<count).map { term in
            if vocabulary.isStopWord[term] { return scoring.stopWord }
            let rarity = Self.rarity(holders[term].count, of: entries.count)
            return scoring.floor + (1 - scoring.floor) * min(1, rarity / most)
        }
        for number in phrasings.indices {
            let entry = Int(phrasings[number].entry)
            phrasings[number].total = phrasingTerms[number].reduce(0) { $0 + salience($1, in: entry) }
        }
    }

    /// The BM25 rarity of a word, with the binary logarithm as straight lines between powers of two: the same on every
    /// platform, and close enough for a weight.
    private static func rarity(_ holders: Int, of count: Int) -> Float {
        let odds = 1 + (Float(count - holders) + 0.5) / (Float(holders) + 0.5)
        return Float(odds.exponent) + odds.significand - 1
    }

    /// What a word of a phrasing counts: less when no other phrasing of its entry needs it.
    func salience(_ term: Int32, in entry: Int) -> Float {
        weights[Int(term)] * (loneTerms[entry].contains(term) ? scoring.loneWord : 1)
    }
}
