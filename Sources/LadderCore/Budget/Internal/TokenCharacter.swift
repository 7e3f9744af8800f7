/// The class of a character, as far as it decides how tokenizers cut a text.
enum TokenCharacter: UInt8 {
    case space, tab, lineBreak, digit, lowercase, uppercase, accented, punctuation
    /// Punctuation beyond ASCII, and characters that modify the one before.
    case mark
    case wideMark, symbol, emoji
    case greek, cyrillic
    /// A Cyrillic letter that Russian does not use.
    case rareCyrillic
    case hebrew, arabic, devanagari, thai, kana, han, hangul, other

    /// The classes of the ASCII characters, in their order.
    static let ascii = (0..<0x80).map { Self(ascii: $0) }

    private init(ascii byte: UInt8) {
        switch byte {
        case 0x61...0x7A: self = .lowercase
        case 0x20: self = .space
        case 0x41...0x5A: self = .uppercase
        case 0x30...0x39: self = .digit
        case 0x0A, 0x0D: self = .lineBreak
        case 0x09: self = .tab
        default: self = .punctuation
        }
    }

    init(beyondASCII value: UInt32) {
        switch value {
        case 0x80...0xBF: self = .mark
        case 0xC0...0x24F, 0x300...0x36F, 0x1E00...0x1EFF: self = .accented
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x44F, 0x451: self = .cyrillic
        case 0x450...0x52F: self = .rareCyrillic
        case 0x590...0x5FF: self = .hebrew
        case 0x600...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFE: self = .arabic
        case 0x900...0x97F: self = .devanagari
        case 0xE00...0xE7F: self = .thai
        case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: self = .hangul
        case 0x200D, 0x2010...0x203F, 0xFE0F: self = .mark
        case 0x2000...0x2BFF: self = .symbol
        case 0x3000...0x303F, 0xFF00...0xFF0F, 0xFF1A...0xFF20: self = .wideMark
        case 0x3041...0x30FF, 0x31F0...0x31FF: self = .kana
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .han
        case 0x1D000...0x1FAFF: self = .emoji
        default: self = .other
        }
    }

    /// The class of the run that the character belongs to: one for all Latin letters, and one for all Cyrillic ones.
    var run: Self {
        switch self {
        case .uppercase, .accented: .lowercase
        case .rareCyrillic: .cyrillic
        default: self
        }
    }

    /// Whether the character is a letter or an ideograph of any script.
    var isLetter: Bool {
        rawValue >= Self.greek.rawValue || run == .lowercase
    }
}
