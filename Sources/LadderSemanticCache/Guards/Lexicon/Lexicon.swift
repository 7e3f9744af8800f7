import LadderText

/// What the guards know of words, built once from the lists of this folder.
///
/// Words are keyed by their spelling and by their stem, phrases by their stems joined with `_`.
enum Lexicon {
    /// One side of an opposition.
    struct Pole: Hashable, Sendable {
        let opposition: UInt16
        let isFirst: Bool
    }

    struct Entry: Sendable {
        var classes: WordClasses = []
        /// The groups of synonyms that the word belongs to.
        var groups: [UInt16] = []
        var poles: [Pole] = []
        /// The stem of the spelling that the entry is listed under.
        var stem = ""
        /// The phrases that the word begins.
        var phrases: [Phrase] = []
    }

    /// A phrase that counts as one word.
    struct Phrase: Sendable {
        /// The stems behind the first one.
        let rest: [String]
        let name: String
    }

    static func entry(spelling: String, stem: String) -> Entry? {
        tables.entries[spelling] ?? tables.entries[stem]
    }

    /// Returns the entry of a word that is listed in this spelling.
    static func entry(spelling: String) -> Entry? { tables.entries[spelling] }

    /// Returns the stem of a word that may be irregular.
    static func stem(of word: String) -> String { PastForms.stem(of: word) ?? EnglishStemmer.stem(word) }

    /// The oppositions of each list.
    static var polarity: Range<UInt16> { tables.polarity }
    static var quantity: Range<UInt16> { tables.quantity }
    static var scope: Range<UInt16> { tables.scope }
    static var tense: Range<UInt16> { tables.tense }

    private static let tables = LexiconTables()
}
