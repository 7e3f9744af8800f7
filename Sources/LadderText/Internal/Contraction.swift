/// Splits words at an apostrophe, and words written without the apostrophe they need.
enum Contraction {
    private static let negated: [String: String] = [
        "cannot": "can", "cant": "can", "wont": "will", "dont": "do", "doesnt": "does", "didnt": "did", "isnt": "is",
        "arent": "are", "wasnt": "was", "werent": "were", "hasnt": "has", "havent": "have", "hadnt": "had",
        "couldnt": "could", "wouldnt": "would", "shouldnt": "should", "mustnt": "must", "neednt": "need",
    ]

    private static let endings: [String: String] = ["ll": "will", "re": "are", "ve": "have", "m": "am", "d": "would"]

    private static let elisions: Set<String> = [
        "l", "d", "j", "n", "m", "t", "s", "c", "qu", "jusqu", "lorsqu", "puisqu",
        "un", "all", "dall", "dell", "nell", "sull", "quell", "quest", "dov", "cos", "com",
    ]

    /// Returns the words of which the two sides of an apostrophe are made.
    static func tokens(before: String, after: String) -> [Token] {
        if after == "s" { return [Token(before)] }
        if let full = endings[after] { return [Token(before), Token(full)] }
        if elisions.contains(before) { return [Token(before), Token(after)] }
        return tokens(before + after)
    }

    /// Returns the words of a contraction written as one word: `dont` gives `do`, `not`.
    static func tokens(_ word: String) -> [Token] {
        negated[word].map { [Token($0), Token("not")] } ?? [Token(word)]
    }
}
