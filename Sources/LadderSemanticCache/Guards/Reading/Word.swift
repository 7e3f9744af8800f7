import LadderText

/// A word of a question, or a phrase that counts as one.
struct Word: Sendable {
    /// The folded spelling.
    let text: String
    let stem: String
    /// A hash of the stem, by which words are compared.
    let key: UInt64
    var classes: WordClasses
    let groups: [UInt16]
    let poles: [Lexicon.Pole]
    /// The phrases that the word may begin.
    let phrases: [Lexicon.Phrase]
    /// Whether the text writes the word like a name.
    var isCapitalized = false
    /// Whether the lists of the guards have the word.
    let isKnown: Bool

    init(_ text: String, stem: String, entry: Lexicon.Entry?, classes: WordClasses = []) {
        self.text = text
        self.stem = stem
        self.key = Self.hash(stem)
        self.classes = (entry?.classes ?? []).union(classes)
        self.groups = entry?.groups ?? []
        self.poles = entry?.poles ?? []
        self.phrases = entry?.phrases ?? []
        self.isKnown = entry != nil
    }

    /// Whether the word must have a counterpart in a question with the same meaning.
    var isContent: Bool { classes.isDisjoint(with: WordClasses.silent.union([.pair, .date, .ordinal])) }

    /// Whether the word is content and says more than a weak verb or a vague noun.
    var isStrong: Bool { isContent && classes.isDisjoint(with: [.weakVerb, .vague]) }

    /// Whether the word, or the first word of the phrase, is a verb.
    var isVerb: Bool {
        if !classes.isDisjoint(with: [.verb, .weakVerb]) { return true }
        guard let end = stem.firstIndex(of: "_") else { return false }
        let first = String(stem[..<end])
        return Lexicon.entry(spelling: first, stem: first)?.classes.isDisjoint(with: [.verb, .weakVerb]) == false
    }

    /// Whether both words are forms of one word, or synonyms.
    func matches(_ other: Word) -> Bool {
        if key == other.key { return true }
        if groups.isEmpty || other.groups.isEmpty { return false }
        for group in groups where other.groups.contains(group) { return true }
        return false
    }

    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
