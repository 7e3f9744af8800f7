/// Reads the features of a text into a vector: its words, parts of words, synonyms, topics, and the order of its words.
struct LexicalReader {
    private static let wordWithSynonyms: Float = 0.5
    private static let parts: Float = 0.6
    private static let order: Float = 0.3
    private static let symbol: Float = 0.7
    private static let pair: Float = 0.8
    private static let kanaPair: Float = 0.4

    /// The largest weight of words that carry only grammar.
    private static let grammar: Float = 0.3

    private var vector: FeatureVector
    /// The features that several words may have in common.
    private var shared: [LexicalFeature] = []
    private var seen: Set<UInt64> = []
    private var previous: UInt64?
    private var previousContent: (key: UInt64, weight: Float)?

    /// Returns the vector of folded text, before it is spread; all zero where the text has no features.
    static func vector(of folded: String, dimensions: Int) -> FeatureVector {
        let tokens = Tokenizer().tokens(folded: folded)
        var reader = LexicalReader(dimensions: dimensions, tokenCount: tokens.count)
        for token in tokens { reader.read(token) }
        for scalar in folded.unicodeScalars where isSymbol(scalar) {
            reader.shared.append(LexicalFeature(.symbol, key: UInt64(scalar.value), weight: symbol))
        }
        reader.vector.add(distinct: reader.shared)
        return reader.vector
    }

    private init(dimensions: Int, tokenCount: Int) {
        vector = FeatureVector(dimensions: dimensions)
        shared.reserveCapacity(tokenCount * 4)
        seen.reserveCapacity(tokenCount)
    }

    private mutating func read(_ token: Token) {
        let stem = token.kind == .word ? EnglishStemmer.stem(token.text) : token.text
        let key = FeatureKey.of(stem)
        let facts = token.kind == .word ? WordFacts.table[key] : nil
        let weight = facts?.weight ?? Self.weight(ofUnlisted: token)
        if seen.insert(key).inserted {
            let hasSynonyms = facts?.synonyms.isEmpty == false
            vector.add(LexicalFeature(.word, key: key, weight: hasSynonyms ? weight * Self.wordWithSynonyms : weight))
            if let facts { addGroups(of: facts) }
            if token.kind == .word { addParts(of: stem, weight: weight) }
        }
        if let previous, let facts = WordFacts.table[FeatureKey.joining(previous, to: key)] { addGroups(of: facts) }
        previous = key
        if token.kind != .pair, weight > Self.grammar { addOrder(of: key, weight: weight) }
    }

    private mutating func addGroups(of facts: WordFacts) {
        for group in facts.synonyms {
            shared.append(LexicalFeature(.synonyms, key: group, weight: facts.weight))
        }
        let share = facts.weight / Float(max(1, facts.topics.count)).squareRoot()
        for group in facts.topics { shared.append(LexicalFeature(.topic, key: group, weight: share)) }
    }

    /// Adds each three neighbouring letters of a word, with its beginning and its end.
    private mutating func addParts(of stem: String, weight: Float) {
        let letters = stem.unicodeScalars
        let share = weight * Self.parts / Float(letters.count).squareRoot()
        var (first, second): (UInt32, UInt32?) = (0, nil)
        for letter in letters {
            if let second { addPart(first, second, letter.value, weight: share) }
            (first, second) = (second ?? 0, letter.value)
        }
        if let second { addPart(first, second, 0, weight: share) }
    }

    private mutating func addPart(_ first: UInt32, _ second: UInt32, _ third: UInt32, weight: Float) {
        vector.add(LexicalFeature(.part, key: FeatureKey.of(first, second, third), weight: weight))
    }

    /// Adds that a word comes behind another, with any number of words between them that carry only grammar.
    private mutating func addOrder(of key: UInt64, weight: Float) {
        if let previousContent {
            let weight = Self.order * (previousContent.weight * weight).squareRoot()
            let key = FeatureKey.joining(previousContent.key, to: key)
            shared.append(LexicalFeature(.order, key: key, weight: weight))
        }
        previousContent = (key, weight)
    }

    private static func weight(ofUnlisted token: Token) -> Float {
        guard token.kind == .pair else { return WordFacts.rare }
        return token.text.unicodeScalars.allSatisfy { (0x3040...0x309F).contains($0.value) } ? kanaPair : pair
    }

    /// Returns whether a scalar is a sign with a meaning of its own: a currency, an operator, a picture.
    private static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "$", "%", "+", "<", "=", ">": return true
        case "\0"..."\u{7F}": return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .currencySymbol, .mathSymbol, .otherSymbol: return true
        default: return false
        }
    }
}
