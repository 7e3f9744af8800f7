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

    static func phrases(beginningWith stem: String) -> [Phrase]? {
        tables.phrases[stem]
    }

    /// The oppositions of each list.
    static var polarity: Range<UInt16> { tables.polarity }
    static var quantity: Range<UInt16> { tables.quantity }
    static var scope: Range<UInt16> { tables.scope }
    static var tense: Range<UInt16> { tables.tense }

    private static let tables = LexiconTables()
}
