import LadderText

/// The tables of ``Lexicon`` while they are built.
struct LexiconTables: Sendable {
    private(set) var entries: [String: Lexicon.Entry] = [:]
    private var phrases: [String: [Lexicon.Phrase]] = [:]
    private(set) var polarity: Range<UInt16> = 0..<0
    private(set) var quantity: Range<UInt16> = 0..<0
    private(set) var scope: Range<UInt16> = 0..<0
    private(set) var tense: Range<UInt16> = 0..<0
    private var oppositionCount: UInt16 = 0

    init() {
        for (classes, words) in WordLists.lists {
            for word in Self.words(in: words) {
                let isGrammar = [.function, .determiner, .auxiliary, .vague, .share].contains(classes)
                update(word, alsoByStem: !isGrammar) { $0.classes.formUnion(classes) }
            }
        }
        for word in StopWords.words("en") where entries[word, default: .init()].classes.isDisjoint(with: Self.spoken) {
            update(word, alsoByStem: false) { $0.classes.insert(.function) }
        }
        for word in ["on", "off", "up", "down"] { update(word, alsoByStem: false) { $0.classes.insert(.function) } }
        addSynonyms()
        polarity = addOppositions(Oppositions.polarity)
        quantity = addOppositions(Oppositions.quantity)
        scope = addOppositions(Oppositions.scope)
        tense = addOppositions(Oppositions.tense)
        for first in phrases.keys {
            phrases[first]?.sort { ($1.rest.count, $0.name) < ($0.rest.count, $1.name) }
            if entries[first] == nil { entries[first] = .init() }
        }
        for word in entries.keys {
            let stem = Lexicon.stem(of: word)
            entries[word]?.stem = stem
            entries[word]?.phrases = phrases[stem] ?? []
        }
    }

    /// Stop words of the search that say something here.
    private static let spoken: WordClasses = [.light, .weakVerb, .verb]

    private static func words(in text: some StringProtocol) -> [String] {
        text.split { $0.isWhitespace }.map { String($0) }
    }

    private mutating func addSynonyms() {
        var group: UInt16 = 0
        let lists = [Synonyms.actions, Synonyms.things, Synonyms.qualities, Synonyms.times, Synonyms.units]
        for list in lists {
            for line in list.split(separator: "\n") {
                group += 1
                for word in Self.words(in: line) {
                    update(word, alsoByStem: true) {
                        if $0.groups.last != group { $0.groups.append(group) }
                        if list == Synonyms.units { $0.classes.insert(.unit) }
                    }
                }
            }
        }
    }

    private mutating func addOppositions(_ text: String) -> Range<UInt16> {
        let first = oppositionCount
        for line in text.split(separator: "\n") {
            for (side, words) in line.split(separator: "|").enumerated() {
                let pole = Lexicon.Pole(opposition: oppositionCount, isFirst: side == 0)
                for word in Self.words(in: words) {
                    update(word, alsoByStem: true) { if $0.poles.last != pole { $0.poles.append(pole) } }
                }
            }
            oppositionCount += 1
        }
        return first..<oppositionCount
    }

    /// Changes the entry of a word, and that of its stem where other forms of the word mean the same.
    private mutating func update(_ word: String, alsoByStem: Bool, change: (inout Lexicon.Entry) -> Void) {
        let parts = word.split(separator: "_").map(String.init)
        let stems = parts.map(EnglishStemmer.stem)
        if parts.count > 1 {
            let name = stems.joined(separator: "_")
            change(&entries[name, default: .init()])
            let phrase = Lexicon.Phrase(rest: Array(stems.dropFirst()), name: name)
            if phrases[stems[0], default: []].allSatisfy({ $0.name != name }) {
                phrases[stems[0], default: []].append(phrase)
            }
            return
        }
        change(&entries[word, default: .init()])
        if alsoByStem, stems[0] != word { change(&entries[stems[0], default: .init()]) }
    }
}
