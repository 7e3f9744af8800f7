/// The features of one text: its words, parts of words, synonyms, topics, and the order of its words.
struct LexicalFeatures {
    private struct Feature {
        let key: UInt64
        let kind: FeatureKind
        let weight: Float
    }

    private static let wordWithSynonyms: Float = 0.5
    private static let parts: Float = 0.6
    private static let order: Float = 0.3
    private static let symbol: Float = 0.7
    private static let pair: Float = 0.8
    private static let kanaPair: Float = 0.4

    private var features: [Feature] = []
    private var seen: Set<String> = []

    /// Reads folded text.
    init(_ folded: String) {
        let tokens = Tokenizer().tokens(folded: folded)
        features.reserveCapacity(tokens.count * 12)
        seen.reserveCapacity(tokens.count)
        var previous: (stem: String, key: UInt64, weight: Float)?
        for token in tokens {
            let stem = token.kind == .word ? EnglishStemmer.stem(token.text) : token.text
            let key = FeatureKey.of(stem)
            let facts = token.kind == .word ? WordFacts.words[stem] : nil
            let weight = facts?.weight ?? Self.weight(ofUnknown: token)
            if seen.insert(stem).inserted {
                add(token, stem: stem, key: key, weight: weight, facts: facts)
            }
            if let previous {
                if token.kind == .word,
                    let facts = WordFacts.phrases[WordFacts.Phrase(first: previous.stem, second: stem)]
                {
                    addGroups(of: facts, weight: facts.weight)
                }
                if token.kind != .pair, weight > 0.3, previous.weight > 0.3 {
                    add(
                        FeatureKey.joining(previous.key, to: key), kind: .order,
                        weight: Self.order * (previous.weight * weight).squareRoot())
                }
            }
            previous = (stem, key, weight)
        }
        for scalar in folded.unicodeScalars where Self.isSymbol(scalar) {
            add(UInt64(scalar.value), kind: .symbol, weight: Self.symbol)
        }
    }

    /// Adds the features to a vector, each kind of feature with the same key once, with its largest weight.
    func add(to vector: inout FeatureVector) {
        let ordered = features.sorted {
            ($0.key, $0.kind.rawValue, $1.weight) < ($1.key, $1.kind.rawValue, $0.weight)
        }
        var last: Feature?
        for feature in ordered {
            if let last, last.key == feature.key, last.kind == feature.kind { continue }
            vector.add(feature.key, kind: feature.kind, weight: feature.weight)
            last = feature
        }
    }

    private mutating func add(_ token: Token, stem: String, key: UInt64, weight: Float, facts: WordFacts?) {
        let hasSynonyms = facts.map { !$0.synonyms.isEmpty } ?? false
        add(key, kind: .word, weight: hasSynonyms ? weight * Self.wordWithSynonyms : weight)
        if let facts { addGroups(of: facts, weight: weight) }
        guard token.kind == .word else { return }
        let scalars = ["<"] + Array(stem.unicodeScalars) + [">"]
        guard scalars.count > 2 else { return }
        let share = weight * Self.parts / Float(scalars.count - 2).squareRoot()
        for start in 0..<scalars.count - 2 {
            add(FeatureKey.of(scalars[start..<start + 3]), kind: .part, weight: share)
        }
    }

    private mutating func addGroups(of facts: WordFacts, weight: Float) {
        for group in facts.synonyms { add(group, kind: .synonyms, weight: weight) }
        let share = weight / Float(max(1, facts.topics.count)).squareRoot()
        for group in facts.topics { add(group, kind: .topic, weight: share) }
    }

    private mutating func add(_ key: UInt64, kind: FeatureKind, weight: Float) {
        features.append(Feature(key: key, kind: kind, weight: weight))
    }

    private static func weight(ofUnknown token: Token) -> Float {
        guard token.kind == .pair else { return WordFacts.rare }
        return token.text.unicodeScalars.allSatisfy { (0x3040...0x309F).contains($0.value) } ? kanaPair : pair
    }

    /// Returns whether a scalar is a sign with a meaning of its own: a currency, an operator, a picture.
    private static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return "$%+<=>".unicodeScalars.contains(scalar) }
        switch scalar.properties.generalCategory {
        case .currencySymbol, .mathSymbol, .otherSymbol: return true
        default: return false
        }
    }
}
