/// The weight of a word or phrase, and the groups of synonyms and topics that it belongs to.
struct WordFacts {
    var weight: Float
    var synonyms: [UInt64] = []
    var topics: [UInt64] = []

    /// The weight of a word that no list contains.
    static let rare: Float = 1

    /// The weight of a word that carries grammar in a language other than English.
    private static let foreignStopWord: Float = 0.3

    /// The weights of the groups of ``CommonWords``.
    private static let common: [Float] = [0.2, 0.5, 0.7, 0.85]

    /// The weight of what a phrase means beyond its words.
    private static let phrase: Float = 0.5

    /// The facts about words and about phrases of two words, by the keys of their stems.
    static let table: [UInt64: WordFacts] = {
        var table: [UInt64: WordFacts] = [:]
        func addWords(_ words: some Sequence<String>, weight: Float) {
            for word in words {
                let key = FeatureKey.of(EnglishStemmer.stem(word))
                if table[key] == nil { table[key] = WordFacts(weight: weight) }
            }
        }
        for (group, weight) in zip(CommonWords.groups, common) {
            addWords(group.split(whereSeparator: \.isWhitespace).map(String.init), weight: weight)
        }
        for language in StopWords.languages where language != "en" {
            addWords(StopWords.words(language), weight: foreignStopWord)
        }
        for group in WordGroup.all(in: Synonyms.groups) {
            for member in group.members {
                table[member.key, default: WordFacts(weight: member.isPhrase ? phrase : rare)]
                    .synonyms.append(group.key)
            }
        }
        for group in WordGroup.all(in: Topics.groups) {
            for member in group.members {
                table[member.key, default: WordFacts(weight: member.isPhrase ? phrase : rare)]
                    .topics.append(group.key)
            }
        }
        return table
    }()
}
