/// Takes English inflection off a folded word: plurals, `-ed`, `-ing`, and a few irregular forms.
///
/// The result is a key to compare with other keys, not a word to show. Only inflection goes, never derivation:
/// `cancel`, `cancels`, `cancelled` and `cancelling` meet; `cancellation` stays apart, as do `universe` and `university`.
/// Words of other alphabets, words with digits and the shortest words stay as they are.
package enum EnglishStemmer {
    /// The key of `word`.
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
