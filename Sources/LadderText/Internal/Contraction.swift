/// Words around an apostrophe.
enum Contraction {
    private static let endings: [String: String] = ["ll": "will", "re": "are", "ve": "have", "m": "am", "d": "would"]

    private static let elisions: Set<String> = [
        "l", "d", "j", "n", "m", "t", "s", "c", "qu", "jusqu", "lorsqu", "puisqu",
        "un", "all", "dall", "dell", "nell", "sull", "quell", "quest", "dov", "cos", "com",
    ]

    static func tokens(_ before: String, _ after: String) -> [Token] {
        if after == "s" { return [Token(before)] }
        if let full = endings[after] { return [Token(before), Token(full)] }
        if elisions.contains(before) { return [Token(before), Token(after)] }
        return [Token(before + after)]
    }
}
