/// One spelling for text that people write in many: compatibility forms, case and accents are folded away.
///
/// `Straße`, `STRASSE` and `strasse` become the same text, and so do `ﬁne` and `fine`, `１２` and `12`, `naïve` and
/// `naive`, `ΣΟΦΌΣ` and `σοφος`. Marks that make another word in their script (Thai and Indic vowels, Japanese voicing,
/// Russian й) stay. Typographic quotes and dashes become `'`, `"` and `-`; invisible characters are removed.
///
/// Folding is idempotent. ASCII text takes one pass; other text is decomposed and composed again. The time grows in
/// proportion to the length of the text.
package enum Folding {
    /// Returns `text` in its folded spelling.
    package static func fold(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var folded = ""
        for piece in FoldingPieces.pieces(of: text) { folded += fold(piece: piece) }
        return folded
    }

    private static func fold(piece: String.UnicodeScalarView) -> String {
        var prepared = String.UnicodeScalarView()
        for scalar in piece {
            prepared.append(contentsOf: ScalarFold.beforeDecomposition(scalar))
        }
        var folded = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in Normalization.compatibilityDecomposed(String(prepared)).unicodeScalars {
            for lower in scalar.properties.lowercaseMapping.unicodeScalars {
                guard !ScalarFold.isDropped(lower, after: last) else { continue }
                for target in ScalarFold.afterDecomposition(lower) {
                    folded.append(target)
                    last = target
                }
            }
        }
        return Normalization.canonicallyComposed(String(folded))
    }
}
