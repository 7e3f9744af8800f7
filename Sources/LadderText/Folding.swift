/// One spelling for what people write in many: compatibility forms, case and accents are folded away.
///
/// `Straße`, `STRASSE` and `strasse` become the same text, and so do `ﬁne` and `fine`, `１２` and `12`, `naïve` and
/// `naive`, `ΣΟΦΌΣ` and `σοφος`. Marks that make another word in their script (Thai and Indic vowels, Japanese voicing,
/// Russian й) stay. Typographic quotes and dashes become `'`, `"` and `-`; invisible characters go.
///
/// Folding is idempotent. ASCII costs one pass; other alphabets of Europe a table lookup per scalar; the rest is
/// decomposed and recomposed.
package enum Folding {
    /// `text` in its folded spelling.
    package static func fold(_ text: String) -> String {
        var text = text
        let ascii = text.withUTF8 { bytes -> (isASCII: Bool, hasUppercase: Bool) in
            var union: UInt8 = 0
            var upper = false
            for byte in bytes {
                union |= byte
                upper = upper || (byte &- 0x41) < 26
            }
            return (union < 0x80, upper)
        }
        if ascii.isASCII { return ascii.hasUppercase ? lowercased(ascii: &text) : text }
        return FoldTable.fold(text) ?? foldSlowly(text)
    }

    private static func lowercased(ascii text: inout String) -> String {
        text.withUTF8 { source in
            String(unsafeUninitializedCapacity: source.count) { target in
                for index in source.indices {
                    let byte = source[index]
                    target.initializeElement(at: index, to: (byte &- 0x41) < 26 ? byte | 0x20 : byte)
                }
                return source.count
            }
        }
    }

    /// The definition of folding, which the table only remembers.
    static func foldSlowly(_ text: String) -> String {
        var prepared = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
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
