/// Words around an apostrophe, and those that lost it.
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

    static func tokens(_ before: String, _ after: String) -> [Token] {
        if after == "s" { return [Token(before)] }
        if let full = endings[after] { return [Token(before), Token(full)] }
        if elisions.contains(before) { return [Token(before), Token(after)] }
        return tokens(before + after)
    }

    /// `don't`, `dont` and `do not` are the same words.
    static func tokens(_ word: String) -> [Token] {
        negated[word].map { [Token($0), Token("not")] } ?? [Token(word)]
    }
}
