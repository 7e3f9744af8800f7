/// Folds single scalars before and after the decomposition that Unicode defines.
enum ScalarFold {
    /// Replaces signs whose decomposition would join letters to the word before them (`Ladder™` is not `laddertm`).
    static func beforeDecomposition(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        switch scalar.value {
        case 0x2120, 0x2122: " ".unicodeScalars
        case 0xAA, 0xBA: "".unicodeScalars
        case 0x2116: "nr ".unicodeScalars
        case 0xBC...0xBE, 0x2150...0x215E, 0x2189: " \(Character(scalar))".unicodeScalars
        default: String.UnicodeScalarView(CollectionOfOne(scalar))
        }
    }

    /// Returns whether a scalar is removed: an accent, or a character that is not shown.
    static func isDropped(_ scalar: Unicode.Scalar, after base: Unicode.Scalar?) -> Bool {
        switch scalar.value {
        case ..<0xAD: return false
        case 0x306: return base?.value != 0x438  // й is a letter of its own
        case 0x308: return base?.value != 0x456  // and so is ї
        case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7: return true
        case 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8, 0x6EA...0x6ED:
            return true
        case 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: return true
        case 0x200B: return false
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// Replaces letters that have no decomposition, digits of every script, quotes and dashes.
    static func afterDecomposition(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        if scalar.isASCII { return String.UnicodeScalarView(CollectionOfOne(scalar)) }
        if let letters = letters[scalar] { return letters.unicodeScalars }
        if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
            return String(Int(value)).unicodeScalars
        }
        switch scalar.properties.generalCategory {
        case .dashPunctuation: return "-".unicodeScalars
        case .initialPunctuation, .finalPunctuation: return "\"".unicodeScalars
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return " ".unicodeScalars
        default: return String.UnicodeScalarView(CollectionOfOne(scalar))
        }
    }

    private static let letters: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t",
        "ı": "i", "ȷ": "j", "ĸ": "k", "ŋ": "n", "ƒ": "f", "ɨ": "i", "ƀ": "b", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y",
        "ς": "σ", "ى": "ي", "ی": "ي", "ک": "ك", "ґ": "г",
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "ʹ": "'", "′": "'", "´": "'", "״": "\"", "׳": "'",
        "„": "\"", "‟": "\"", "″": "\"", "−": "-", "⁄": "/", "∕": "/", "\u{200B}": " ", "。": ".", "、": ",", "٪": "%",
        "٫": ".", "٬": ",",
    ]
}
