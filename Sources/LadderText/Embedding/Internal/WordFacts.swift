/// The weight of a word or phrase, and the groups of synonyms and topics that it belongs to.
struct WordFacts {
    var weight: Float
    var synonyms: [UInt64] = []
    var topics: [UInt64] = []

    /// The weight of a word that no list contains.
    static let rare: Float = 1

    /// The weights of the groups of ``CommonWords``.
    private static let common: [Float] = [0.2, 0.5, 0.7, 0.85]

    /// The weight of a word that carries grammar in a language other than English.
    private static let foreignStopWord: Float = 0.3

    /// The facts about words, by their keys of ``EnglishStemmer``.
    static let words: [String: WordFacts] = {
        var words: [String: WordFacts] = [:]
        for (group, weight) in zip(CommonWords.groups, common) {
            for word in group.split(whereSeparator: \.isWhitespace) {
                let stem = EnglishStemmer.stem(String(word))
                if words[stem] == nil { words[stem] = WordFacts(weight: weight) }
            }
        }
        for language in StopWords.languages where language != "en" {
            for word in StopWords.words(language) {
                let stem = EnglishStemmer.stem(word)
                if words[stem] == nil { words[stem] = WordFacts(weight: foreignStopWord) }
            }
        }
        for group in members(of: Synonyms.groups) {
            for case .word(let stem) in group.members {
                words[stem, default: WordFacts(weight: rare)].synonyms.append(group.key)
            }
        }
        for group in members(of: Topics.groups) {
            for case .word(let stem) in group.members {
                words[stem, default: WordFacts(weight: rare)].topics.append(group.key)
            }
        }
        return words
    }()

    /// The facts about phrases of two words.
    static let phrases: [Phrase: WordFacts] = {
        var phrases: [Phrase: WordFacts] = [:]
        for group in members(of: Synonyms.groups) {
            for case .phrase(let phrase) in group.members {
                phrases[phrase, default: WordFacts(weight: phraseWeight)].synonyms.append(group.key)
            }
        }
        for group in members(of: Topics.groups) {
            for case .phrase(let phrase) in group.members {
                phrases[phrase, default: WordFacts(weight: phraseWeight)].topics.append(group.key)
            }
        }
        return phrases
    }()

    private static let phraseWeight: Float = 0.5

    /// Two neighbouring words.
    struct Phrase: Hashable {
        let first: String
        let second: String
    }

    private enum Member {
        case word(String)
        case phrase(Phrase)
    }

    /// Returns the groups of a list, each with a key that is made of its first member.
    private static func members(of list: String) -> [(key: UInt64, members: [Member])] {
        list.split(separator: "\n").map { line in
            let texts = line.split(separator: " ")
            let members = texts.map { text -> Member in
                let stems = text.split(separator: "_").map { EnglishStemmer.stem(String($0)) }
                return stems.count == 2 ? .phrase(Phrase(first: stems[0], second: stems[1])) : .word(stems[0])
            }
            return (FeatureKey.of(String(texts[0])), members)
        }
    }
}
