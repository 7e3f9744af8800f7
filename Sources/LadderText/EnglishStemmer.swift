/// Removes English inflection from a folded word: plurals, `-ed`, `-ing`, and a few irregular forms.
///
/// The result is a key to compare with other keys, not a word to show. Inflection is removed, derivation is not:
/// `cancel`, `cancels`, `cancelled` and `cancelling` have one key; `cancellation` has another. `universe` and
/// `university` differ. Words of other alphabets, words with digits and the shortest words stay as they are.
package enum EnglishStemmer {
    /// Returns the key of a folded word.
    package static func stem(_ word: String) -> String {
        if let known = EnglishIrregulars.forms[word] { return known }
        guard word.utf8.count > 2, word.utf8.allSatisfy({ ($0 &- 0x61) < 26 }) else { return word }
        var stem = EnglishStem(letters: Array(word.utf8))
        if stem.letters.count > 3 {
            stem.removePlural()
            stem.removePast()
        }
        stem.softenY()
        stem.removeSilentEnd()
        return String(decoding: stem.letters, as: UTF8.self)
    }
}
