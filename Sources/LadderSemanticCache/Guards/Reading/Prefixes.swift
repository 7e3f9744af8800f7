/// Prefixes that turn a word around.
enum Prefixes {
    /// Returns whether one word is the other with a negating prefix, or both differ in opposite prefixes.
    static func areOpposite(_ first: String, and second: String) -> Bool {
        // Both cases leave an equal rest of at least three letters.
        guard first != second, first.utf8.suffix(3).elementsEqual(second.utf8.suffix(3)) else { return false }
        let (short, long) = first.utf8.count < second.utf8.count ? (first, second) : (second, first)
        if short.utf8.count >= 3, long.hasSuffix(short), negating.contains(String(long.dropLast(short.count))) {
            return true
        }
        return swaps.contains { one, other in
            isResult(second, ofReplacing: one, in: first, with: other)
                || isResult(first, ofReplacing: one, in: second, with: other)
        }
    }

    /// Returns whether a word is another one with one prefix in place of another.
    private static func isResult(
        _ second: String, ofReplacing one: String, in first: String, with other: String
    ) -> Bool {
        guard first.hasPrefix(one), second.hasPrefix(other), first.utf8.count - one.utf8.count >= 3 else {
            return false
        }
        return first.dropFirst(one.count) == second.dropFirst(other.count)
    }

    private static let negating: Set<String> = [
        "un", "dis", "de", "in", "im", "il", "ir", "non", "mis", "anti", "a", "counter", "mal",
    ]

    private static let swaps = [
        ("in", "de"), ("in", "ex"), ("im", "ex"), ("en", "de"), ("en", "dis"), ("up", "down"), ("over", "under"),
        ("pre", "post"), ("as", "des"), ("ac", "de"), ("pro", "anti"), ("in", "out"), ("inter", "intra"),
        ("hyper", "hypo"), ("mono", "multi"), ("con", "dis"), ("as", "dis"), ("mini", "maxi"), ("macro", "micro"),
    ]
}
