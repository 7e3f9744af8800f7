/// One pass over a text that finds whole words and phrases.
struct PhraseScan {
    private let bytes: [UInt8]

    init(_ text: String) {
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        bytes = isASCII ? Array(text.utf8) : text.unicodeScalars.compactMap(PhraseScan.byte)
    }

    /// Returns the phrases in the text, in its order and each once. Of two at one place the longer one counts.
    func phrases(from table: PhraseTable) -> [String] {
        var found: [String] = []
        var index = 0
        while index + 1 < bytes.count {
            guard table.hasPhrases(beginningWith: bytes[index], and: bytes[index + 1]),
                index == 0 || !PhraseScan.isWord(bytes[index - 1])
            else {
                index += 1
                continue
            }
            var end = index + 1
            for phrase in table.phrases(beginningWith: bytes[index], and: bytes[index + 1]) {
                guard let next = self.end(of: phrase.bytes, at: index) else { continue }
                if !found.contains(phrase.text) { found.append(phrase.text) }
                end = next
                break
            }
            index = end
        }
        return found
    }

    /// Returns the place behind a phrase, if it is at a place and a word ends there.
    ///
    /// A space in the phrase stands for up to four spaces, hyphens, apostrophes and line breaks.
    private func end(of phrase: [UInt8], at start: Int) -> Int? {
        var position = start
        for byte in phrase {
            if byte == UInt8(ascii: " ") {
                let gap = position
                while position < bytes.count, position - gap < 4, PhraseScan.isGap(bytes[position]) { position += 1 }
                if position == gap { return nil }
            } else {
                guard position < bytes.count, bytes[position] | 0x20 == byte else { return nil }
                position += 1
            }
        }
        return position == bytes.count || !PhraseScan.isWord(bytes[position]) ? position : nil
    }

    private static func isGap(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
            || byte == UInt8(ascii: "\n")
    }

    private static func isWord(_ byte: UInt8) -> Bool { byte.isWordByte }

    /// Returns the byte that stands for a scalar: Latin letters without their accents, and else as in
    /// ``PersonalDataText``. Normalization takes more than linear time for some long texts.
    private static func byte(for scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0xC0...0xC5, 0xE0...0xE5: UInt8(ascii: "a")
        case 0xC7, 0xE7: UInt8(ascii: "c")
        case 0xC8...0xCB, 0xE8...0xEB: UInt8(ascii: "e")
        case 0xCC...0xCF, 0xEC...0xEF: UInt8(ascii: "i")
        case 0xD1, 0xF1: UInt8(ascii: "n")
        case 0xD2...0xD6, 0xF2...0xF6: UInt8(ascii: "o")
        case 0xD9...0xDC, 0xF9...0xFC: UInt8(ascii: "u")
        case 0x300...0x36F: nil
        case 0x2018, 0x2019, 0x2BC: UInt8(ascii: "'")
        default: PersonalDataText.byte(for: scalar)
        }
    }
}
