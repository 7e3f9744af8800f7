/// The class by which the tokenizer treats a folded scalar.
enum ScalarClass {
    case letter
    case digit
    case mark
    case unspaced
    case other

    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x80 {
            switch value {
            case 0x30...0x39: self = .digit
            case 0x61...0x7A, 0x41...0x5A: self = .letter
            default: self = .other
            }
            return
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
        case .decimalNumber: self = .digit
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
            self = Self.isUnspaced(value) ? .unspaced : .letter
        default: self = .other
        }
    }

    /// Returns whether a letter belongs to a script that is written without spaces between words.
    private static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0x0E00...0x0EFF: true  // Thai, Lao
        case 0x1000...0x109F, 0xA9E0...0xA9FF, 0xAA60...0xAA7F: true  // Myanmar
        case 0x1780...0x17FF: true  // Khmer
        case 0x3005...0x3007, 0x3031...0x3035, 0x303B...0x303C: true  // ideographic iteration marks and zero
        case 0x3041...0x30FF, 0x31F0...0x31FF, 0x1AFF0...0x1B16F: true  // kana
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true  // Han
        default: false
        }
    }
}
