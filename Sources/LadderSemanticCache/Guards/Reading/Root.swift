/// Compares words without the endings that make nouns of verbs and adjectives of nouns.
enum Root {
    /// Returns whether two stems have one root: `cancel` and `cancellation`.
    static func areRelated(_ first: String, and second: String) -> Bool {
        guard first.utf8.count >= 4, second.utf8.count >= 4, first.utf8.first == second.utf8.first else { return false }
        let (one, other) = (root(of: first), root(of: second))
        if one == other { return true }
        // `pay` is too short to be cut, but stands in front of its own noun.
        let (short, long) = one.utf8.count < other.utf8.count ? (first, second) : (second, first)
        return long.hasPrefix(short) && suffixes.contains(String(long.dropFirst(short.count)))
    }

    static func root(of stem: String) -> String {
        var root = stem
        for suffix in suffixes where root.hasSuffix(suffix) && root.utf8.count - suffix.utf8.count >= 4 {
            root.removeLast(suffix.count)
            break
        }
        for ending in ["at", "e", "i"] where root.hasSuffix(ending) && root.utf8.count - ending.utf8.count >= 4 {
            root.removeLast(ending.count)
            break
        }
        // `cancelled` and `cancellation` double the last letter.
        if root.utf8.count > 4, root.last == root.dropLast().last { root.removeLast() }
        return root
    }

    /// Endings after the stemmer has removed inflection; longer ones first.
    private static let suffixes = [
        "ization", "isation", "abiliti", "ibiliti", "ation", "ition", "ement", "ment", "ness", "abl", "ibl", "ion",
        "anc", "enc", "ant", "ful", "ist", "ism", "ous", "ity", "iti", "ing", "ive", "iv", "ial", "al", "er", "or",
        "li", "ic", "th", "i",
    ]
}
