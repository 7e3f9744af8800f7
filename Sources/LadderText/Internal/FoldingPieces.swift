/// Cuts text into pieces that can be folded one by one, because normalising a text takes time that grows with the
/// square of its length.
enum FoldingPieces {
    /// The length from which on a piece ends in front of the next letter, digit or space.
    static let length = 64

    /// The length at which a piece ends in any case. Only a text with a thousand marks on one letter is that long.
    static let maximumLength = 1_024

    static func pieces(of text: String) -> [String.UnicodeScalarView] {
        var pieces: [String.UnicodeScalarView] = []
        var piece = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            if count >= length, count >= maximumLength || isIndependent(scalar) {
                pieces.append(piece)
                piece = String.UnicodeScalarView()
                count = 0
            }
            piece.append(scalar)
            count += 1
        }
        pieces.append(piece)
        return pieces
    }

    /// Returns whether a scalar never joins the scalars before it: neither a mark nor a later part of a syllable.
    private static func isIndependent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x80: return true
        case 0x1160...0x11FF, 0x3131...0x318E, 0xFFA0...0xFFDC: return false  // vowels and finals of Hangul
        case 0x16D40...0x16D7F: return false  // Kirat Rai
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .otherLetter, .decimalNumber, .spaceSeparator: return true
        default: return false
        }
    }
}
