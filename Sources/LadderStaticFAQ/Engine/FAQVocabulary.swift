import LadderText

/// The words of all phrasings, found by spelling, by stem, and by spelling with one typing error.
///
/// All forms of a word share one term, which is the position of their stem.
struct FAQVocabulary: Sendable {
    private(set) var stems: [String] = []
    private(set) var isStopWord: [Bool] = []
    private var termsByStem: [String: Int] = [:]
    private var termsBySpelling: [String: Int] = [:]
    private var words: [(spelling: String, term: Int)] = []
    /// The positions in `words` by the word itself and by the word without each of its letters.
    private var wordsByDeletion: [String: [Int]] = [:]

    /// Adds a word and returns its term.
    mutating func insert(_ token: Token) -> Int {
        if let term = termsBySpelling[token.text] { return term }
        let stem = Self.stem(of: token)
        let term: Int
        if let known = termsByStem[stem] {
            term = known
        } else {
            term = stems.count
            stems.append(stem)
            termsByStem[stem] = term
            isStopWord.append(false)
            if stem != token.text, token.kind == .word { words.append((stem, term)) }
        }
        termsBySpelling[token.text] = term
        if token.kind == .word { words.append((token.text, term)) }
        return term
    }

    /// Prepares the search for misspelled words; called once, after the last insert.
    mutating func seal(_ languages: FAQLanguages) {
        for (position, word) in words.enumerated() {
            if languages.isStopWord(word.spelling) { isStopWord[word.term] = true }
            for deletion in Self.deletions(of: word.spelling) {
                wordsByDeletion[deletion, default: []].append(position)
            }
        }
    }

    /// Returns the term of a word that is spelled as in a phrasing, or is another form of such a word.
    func term(of token: Token) -> Int? {
        termsBySpelling[token.text] ?? termsByStem[Self.stem(of: token)]
    }

    func isSpelling(_ text: String) -> Bool {
        termsBySpelling[text] != nil
    }

    /// Returns the terms of all words from which this one differs by one typing error, in order of their number.
    func neighbours(of token: Token) -> [Int] {
        let length = token.text.unicodeScalars.count
        guard token.kind == .word, length >= 3, !token.text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
            return []
        }
        var found: Set<Int> = []
        for deletion in Self.deletions(of: token.text) {
            for position in wordsByDeletion[deletion] ?? [] {
                let word = words[position]
                if !found.contains(word.term), Self.isSlip(token.text, of: word.spelling, length: length) {
                    found.insert(word.term)
                }
            }
        }
        return found.sorted()
    }

    /// Returns whether a word is another one with a typing error.
    ///
    /// Almost every word of three letters differs from another by one letter, so there only swapped and dropped
    /// letters count.
    private static func isSlip(_ typed: String, of known: String, length: Int) -> Bool {
        if length == 3 {
            let other = known.unicodeScalars.count
            guard other == 4 || other == 3 && typed.utf8.sorted() == known.utf8.sorted() else { return false }
        }
        return EditDistance.between(typed, and: known, atMost: 1) != nil
    }

    static func stem(of token: Token) -> String {
        token.kind == .word ? EnglishStemmer.stem(token.text) : token.text
    }

    /// The longest word in bytes for which typing errors are looked for. Longer ones are no words of a language, and the
    /// work grows with the square of their length.
    private static let longestTypedWord = 64

    /// Returns the word, and the word without each of its letters: two words one typing error apart have one in common.
    private static func deletions(of word: String) -> Set<String> {
        guard word.utf8.count <= longestTypedWord else { return [word] }
        let scalars = Array(word.unicodeScalars)
        var deletions: Set<String> = [word]
        for skipped in scalars.indices {
            var shorter = String.UnicodeScalarView(scalars)
            shorter.remove(at: shorter.index(shorter.startIndex, offsetBy: skipped))
            deletions.insert(String(shorter))
        }
        return deletions
    }
}
