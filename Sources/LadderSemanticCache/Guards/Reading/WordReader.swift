import LadderText

/// Reads the words of a question: forms, phrases, dates and names.
struct WordReader {
    private var words: [Word] = []
    private let foreign: String?

    /// - Parameter language: The language of the text where it is not English.
    static func words(of tokens: [Token], capitalized: Set<String>, foreign language: String?) -> [Word] {
        var reader = WordReader(foreign: language)
        reader.words.reserveCapacity(tokens.count)
        for token in tokens { reader.add(token) }
        reader.joinPhrases()
        reader.settle()
        if !capitalized.isEmpty {
            for index in reader.words.indices where capitalized.contains(reader.words[index].text) {
                reader.words[index].isCapitalized = true
                reader.words[index].classes.remove(.weakVerb)
            }
        }
        return reader.words
    }

    private init(foreign: String?) {
        self.foreign = foreign
    }

    private mutating func add(_ token: Token) {
        switch token.kind {
        case .pair:
            words.append(Word(token.text, stem: token.text, entry: nil, classes: .pair))
        case .number:
            words.append(Word(token.text, stem: token.text, entry: nil, classes: .number))
        case .word:
            if token.text.utf8.contains(where: \.isDigit) {
                addMixed(token.text)
            } else {
                add(word: token.text)
            }
        }
    }

    private mutating func add(word: String) {
        if let foreign {
            let isGrammar = StopWords.contains(word, language: foreign)
            let negates = Negation.isNegation(word)
            let classes: WordClasses = negates ? [.negator, .function] : isGrammar ? .function : []
            words.append(Word(word, stem: word, entry: nil, classes: classes))
            return
        }
        if let entry = Lexicon.entry(spelling: word) {
            words.append(Word(word, stem: entry.stem, entry: entry))
        } else {
            let stem = Lexicon.stem(of: word)
            words.append(Word(word, stem: stem, entry: Lexicon.entry(spelling: stem)))
        }
    }

    /// Adds letters and digits written together: `2nd` is an ordinal, `iphone15` a word and a number.
    private mutating func addMixed(_ text: String) {
        let digits = text.prefix { $0.isNumber }
        if !digits.isEmpty, ["st", "nd", "rd", "th"].contains(text.dropFirst(digits.count)) {
            words.append(Word(text, stem: String(digits), entry: nil, classes: .ordinal))
            return
        }
        let letters = text.prefix { !$0.isNumber }
        let rest = text.dropFirst(letters.count)
        if !letters.isEmpty, rest.allSatisfy(\.isNumber) {
            add(word: String(letters))
            words.append(Word(String(rest), stem: String(rest), entry: nil, classes: .number))
        } else if !digits.isEmpty, text.dropFirst(digits.count) == "s" {
            words.append(Word(String(digits), stem: String(digits), entry: nil, classes: .number))
        } else {
            words.append(Word(text, stem: text, entry: Lexicon.entry(spelling: text, stem: text)))
        }
    }

    // MARK: Phrases

    private mutating func joinPhrases() {
        guard foreign == nil, words.contains(where: { !$0.phrases.isEmpty }) else { return }
        var joined: [Word] = []
        joined.reserveCapacity(words.count)
        var taken: Set<Int> = []
        for index in words.indices where !taken.contains(index) {
            if !words[index].phrases.isEmpty, let (phrase, positions) = phrase(of: words[index].phrases, at: index) {
                taken.formUnion(positions)
                joined.append(
                    Word(
                        phrase.name, stem: phrase.name, entry: Lexicon.entry(spelling: phrase.name, stem: phrase.name)))
            } else {
                joined.append(words[index])
            }
        }
        words = joined
    }

    private func phrase(of phrases: [Lexicon.Phrase], at index: Int) -> (Lexicon.Phrase, [Int])? {
        for phrase in phrases {
            let end = index + 1 + phrase.rest.count
            if end <= words.count, words[(index + 1)..<end].elementsEqual(phrase.rest, by: { $0.stem == $1 }) {
                return (phrase, Array((index + 1)..<end))
            }
        }
        for phrase in phrases where phrase.rest.count == 1 && Self.separable.contains(phrase.rest[0]) {
            for position in (index + 2)..<max(index + 2, min(index + 6, words.count)) {
                if words[position].stem == phrase.rest[0] { return (phrase, [position]) }
                if words[position].classes.contains(.verb) { break }
            }
        }
        return nil
    }

    /// Particles that may follow the object: `turn the lights off`.
    private static let separable: Set<String> = ["on", "off", "up", "down", "back"]

    // MARK: Words with two meanings

    private mutating func settle() {
        for index in words.indices {
            let previous = index > 0 ? words[index - 1] : nil
            let next = index + 1 < words.count ? words[index + 1] : nil
            switch words[index].text {
            case "may", "march", "fall":
                let isDate =
                    previous.map { Self.beforeDates.contains($0.text) || $0.classes.contains(.number) } ?? false
                    || next?.classes.contains(.number) == true
                if isDate, next?.classes.contains(.pronoun) != true {
                    words[index].classes = .date
                }
            case "second":
                let isPeriod =
                    previous.map { $0.classes.contains(.number) || ["a", "per", "one", "each"].contains($0.text) }
                    ?? false
                words[index].classes.remove(isPeriod ? .ordinal : .period)
            case "long":
                // `How long` and `how many hours` ask for the same; the form of the question says it.
                if previous?.text == "how" { words[index].classes = .function }
            case "seconds":
                words[index].classes.remove(.ordinal)
            case "on", "off":
                // Inside a question `on` is a preposition.
                if index + 1 == words.count { words[index].classes.insert(.particle) }
            default:
                break
            }
        }
    }

    private static let beforeDates: Set<String> = [
        "in", "of", "by", "until", "till", "since", "this", "next", "last", "every", "early", "late", "during", "the",
        "for",
    ]
}

extension UInt8 {
    fileprivate var isDigit: Bool { self &- 0x30 < 10 }
}
