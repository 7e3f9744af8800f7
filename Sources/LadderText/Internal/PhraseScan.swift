/// One pass over a text that finds whole words and phrases.
struct PhraseScan {
    private let bytes: [UInt8]

    init(_ text: String) {
        // Most prompts are ASCII: folding them means lower case, which the comparison does itself.
        bytes = text.utf8.allSatisfy { $0 < 0x80 } ? Array(text.utf8) : Array(Folding.fold(text).utf8)
    }

    /// Returns the phrases in the text, in its order and each once. Of two at one place the longer one counts.
    ///
    /// - Parameter table: For each letter from `a` to `z` the phrases that begin with it, longer ones first. A space
    ///   in a phrase stands for up to four spaces, hyphens, apostrophes and line breaks.
    func phrases(from table: [[TimePhrases.Phrase]]) -> [String] {
        var found: [String] = []
        var isInWord = false
        for index in bytes.indices {
            let byte = bytes[index]
            defer { isInWord = PhraseScan.isWord(byte) }
            let letter = Int((byte | 0x20) &- 0x61)
            guard !isInWord, letter < 26 else { continue }
            for phrase in table[letter] where matches(phrase.bytes, at: index) {
                if !found.contains(phrase.text) { found.append(phrase.text) }
                break
            }
        }
        return found
    }

    private func matches(_ phrase: [UInt8], at start: Int) -> Bool {
        var position = start
        for byte in phrase {
            if byte == UInt8(ascii: " ") {
                guard let next = endOfGap(at: position) else { return false }
                position = next
            } else {
                guard position < bytes.count, bytes[position] | 0x20 == byte else { return false }
                position += 1
            }
        }
        return position == bytes.count || !PhraseScan.isWord(bytes[position])
    }

    private func endOfGap(at start: Int) -> Int? {
        var position = start
        while position < bytes.count, position - start < 4, PhraseScan.isGap(bytes[position]) { position += 1 }
        return position > start ? position : nil
    }

    private static func isGap(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
            || byte == UInt8(ascii: "\n")
    }

    /// Whether a byte belongs to a word: letters, digits, `_`, and all that is not ASCII.
    private static func isWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte >= 0x80
    }
}
