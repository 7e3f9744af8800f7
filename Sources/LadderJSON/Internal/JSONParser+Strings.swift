extension JSONParser {
    /// Reads a string; the opening quotation mark is next.
    mutating func string() throws(JSONError) -> String {
        let opening = position
        position += 1
        let start = position
        while let byte = peek() {
            if byte == UInt8(ascii: "\"") {
                defer { position += 1 }
                return try text(bytes[start..<position], opening: opening)
            }
            if byte == UInt8(ascii: "\\") { return try escapedString(from: start, opening: opening) }
            if byte < 0x20 { throw error("expected an escape: control characters may not stand in a string") }
            position += 1
        }
        throw error("the string has no end", at: opening)
    }

    /// Reads the rest of a string that has escapes, of which the first comes next.
    private mutating func escapedString(from start: Int, opening: Int) throws(JSONError) -> String {
        var content = Array(bytes[start..<position])
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return try text(content[...], opening: opening)
            case UInt8(ascii: "\\"):
                try escape(into: &content)
            case 0..<0x20:
                throw error("expected an escape: control characters may not stand in a string")
            default:
                content.append(byte)
                position += 1
            }
        }
        throw error("the string has no end", at: opening)
    }

    private func text(_ content: ArraySlice<UInt8>, opening: Int) throws(JSONError) -> String {
        guard let text = String(validating: content, as: UTF8.self) else {
            throw error("the string is not valid UTF-8", at: opening)
        }
        return text
    }

    private mutating func escape(into content: inout [UInt8]) throws(JSONError) {
        let start = position
        position += 1
        guard let letter = peek() else { throw error("the string has no end") }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(letter)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "u"): content.append(contentsOf: String(try scalar(from: start)).utf8)
        default: throw error("unknown escape", at: start)
        }
    }

    /// Reads the digits after `\u`, and the second half of a surrogate pair.
    private mutating func scalar(from start: Int) throws(JSONError) -> Unicode.Scalar {
        let first = try fourDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, position + 1 < bytes.count,
            bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
        else { throw error("half a surrogate pair", at: start) }
        position += 2
        let second = try fourDigits()
        guard 0xDC00...0xDFFF ~= second,
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw error("half a surrogate pair", at: start) }
        return scalar
    }

    private mutating func fourDigits() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw error("expected four hexadecimal digits")
            }
            value = (value << 4) + UInt32(digit)
            position += 1
        }
        return value
    }
}
