import LadderText

/// Tells typing errors from different words.
enum Slip {
    /// Returns whether one word is probably the other one with a typing error.
    ///
    /// Swapped, doubled and dropped letters inside a word count, and one vowel for another in a long word. `house` and
    /// `mouse` differ in a letter as well: a replaced consonant, or a change of the first or the last letter, never
    /// counts.
    static func isLikely(between first: String, and second: String) -> Bool {
        let one = Array(first.utf8)
        let other = Array(second.utf8)
        guard min(one.count, other.count) >= 5, max(one.count, other.count) >= 6, abs(one.count - other.count) <= 1,
            one.first == other.first, one.last == other.last,
            EditDistance.between(first, and: second, atMost: 1) != nil
        else { return false }
        guard one.count == other.count else { return true }
        let differing = one.indices.filter { one[$0] != other[$0] }
        if differing.count == 2 { return true }
        guard let place = differing.first else { return true }
        return one.count >= 7 && isVowel(one[place]) && isVowel(other[place])
    }

    private static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }
}
