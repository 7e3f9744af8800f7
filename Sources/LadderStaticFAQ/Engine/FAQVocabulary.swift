import LadderText

/// The words of all phrasings, found by spelling, by stem, and by spelling with one slip.
struct FAQVocabulary: Sendable {
    typealias Term = Int32

    private(set) var stems: [String] = []
    private(set) var isStopWord: [Bool] = []
    private var terms: [String: Term] = [:]
    private var spellings: [String: Term] = [:]
    private var neighbours: [Neighbour] = []
    private var words: [(spelling: String, term: Term)] = []

    private struct Neighbour: Sendable {
        let hash: UInt64
        let word: Int32
    }

    /// Adds a word and names its term.
    mutating func insert(_ token: Token) -> Term {
        if let term = spellings[token.text] { return term }
        let stem = Self.stem(of: token)
        let term: Term
        if let known = terms[stem] {
            term = known
        } else {
            term = Term(stems.count)
            stems.append(stem)
            terms[stem] = term
            isStopWord.append(false)
            if stem != token.text, token.kind == .word { words.append((stem, term)) }
        }
        spellings[token.text] = term
        if token.kind == .word { words.append((token.text, term)) }
        return term
    }

    /// Prepares the search for misspelled words; called once, after the last insert.
    mutating func seal(_ languages: FAQLanguages) {
        for (spelling, term) in words where languages.isStopWord(spelling) { isStopWord[Int(term)] = true }
        for (index, word) in words.enumerated() {
            for hash in Self.deletions(of: word.spelling) {
                neighbours.append(Neighbour(hash: hash, word: Int32(index)))
            }
        }
        neighbours.sort { ($0.hash, $0.word) < ($1.hash, $1.word) }
    }

    /// The term of a word that is spelled as in a phrasing, or inflected differently.
    func term(of token: Token) -> Term? {
        spellings[token.text] ?? terms[Self.stem(of: token)]
    }

    func isSpelling(_ text: String) -> Bool {
        spellings[text] != nil
    }

    /// The terms one slip away, in order of their number.
    func neighbours(of token: Token) -> [Term] {
        let length = token.text.unicodeScalars.count
        guard token.kind == .word, length >= 3, !token.text.utf8.contains(where: { ($0 &- 0x30) < 10 }) else {
            return []
        }
        var found: [Term] = []
        for hash in Self.deletions(of: token.text) {
            var low = 0
            var high = neighbours.count
            while low < high {
                let middle = (low + high) / 2
                if neighbours[middle].hash < hash { low = middle + 1 } else { high = middle }
            }
            while low < neighbours.count, neighbours[low].hash == hash {
                let word = words[Int(neighbours[low].word)]
                if !found.contains(word.term), Self.isSlip(token.text, word.spelling, length: length) {
                    found.append(word.term)
                }
                low += 1
            }
        }
        return found.sorted()
    }

    /// In three letters almost every word is one slip away from another; there only swapped and dropped letters count.
    private static func isSlip(_ typed: String, _ known: String, length: Int) -> Bool {
        if length == 3 {
            let other = known.unicodeScalars.count
            guard other == 4 || other == 3 && typed.utf8.sorted() == known.utf8.sorted() else { return false }
        }
        return EditDistance.between(typed, known, atMost: 1) != nil
    }

    static func stem(of token: Token) -> String {
        token.kind == .word ? EnglishStemmer.stem(token.text) : token.text
    }

    /// Hashes of the word and of the word without each of its letters. FNV, because `Hasher` differs between processes.
    private static func deletions(of word: String) -> [UInt64] {
        let scalars = Array(word.unicodeScalars)
        var hashes: [UInt64] = []
        hashes.reserveCapacity(scalars.count + 1)
        for skipped in -1..<scalars.count {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for (index, scalar) in scalars.enumerated() where index != skipped {
                hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01B3
            }
            if !hashes.contains(hash) { hashes.append(hash) }
        }
        return hashes
    }
}
