/// A text as the scans for personal data see it: one ASCII byte for each scalar, and the place of each in the UTF-8.
///
/// Digits of every script are `0` to `9`, the many dashes are `-` and the many spaces a space. Invisible characters are
/// left out, so that they hide nothing. Other scalars are ``letter`` or ``sign``.
struct PersonalDataText {
    /// A letter that is not ASCII.
    static let letter: UInt8 = 0x80
    /// Any other scalar that is not ASCII.
    static let sign: UInt8 = 0x81

    private(set) var bytes: [UInt8] = []
    /// The place of each byte in the text, and of the end; empty where the text is ASCII, whose places are the same.
    private var places: [Int] = []

    init(_ text: String) {
        bytes = Array(text.utf8)
        if bytes.allSatisfy({ $0 < 0x80 }) { return }
        bytes.removeAll(keepingCapacity: true)
        places.reserveCapacity(bytes.capacity)
        var place = 0
        for scalar in text.unicodeScalars {
            if let byte = PersonalDataText.byte(for: scalar) {
                bytes.append(byte)
                places.append(place)
            }
            place += UTF8.width(scalar)
        }
        places.append(place)
    }

    var count: Int { bytes.count }

    /// The byte at a place, or a space outside the text.
    subscript(index: Int) -> UInt8 {
        bytes.indices.contains(index) ? bytes[index] : UInt8(ascii: " ")
    }

    /// Returns the place in the text's UTF-8 of a range of these bytes.
    func bytes(of range: Range<Int>) -> Range<Int> {
        places.isEmpty ? range : places[range.lowerBound]..<places[range.upperBound]
    }

    /// Returns the byte that stands for a scalar, or nil for an invisible one.
    static func byte(for scalar: Unicode.Scalar) -> UInt8? {
        let value = scalar.value
        switch value {
        case 0..<0x80: return UInt8(value)
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: return nil
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return UInt8(ascii: " ")
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: return UInt8(ascii: "-")
        case 0xFF01...0xFF5E: return UInt8(value - 0xFEE0)
        default: break
        }
        switch scalar.properties.generalCategory {
        case .decimalNumber:
            return scalar.properties.numericValue.map { UInt8(ascii: "0") + UInt8($0) } ?? sign
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark:
            return letter
        default: return sign
        }
    }
}

extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    /// Whether it is a letter, in ``PersonalDataText``'s sense also one that is not ASCII.
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 || self == PersonalDataText.letter }
    var isWordByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
    /// The number that a digit stands for.
    var digit: Int { Int(self &- 0x30) }
}
