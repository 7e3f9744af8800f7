/// Cuts folded text into digits, words and signs.
enum NumberLexer {
    struct Lexeme: Hashable {
        enum Kind { case digits, word, sign }

        let kind: Kind
        let text: String
        /// Whether nothing separates it from the lexeme before it.
        let isGlued: Bool
    }

    /// Returns the text with an apostrophe for each no-break space that groups thousands, which folding would make a
    /// plain space.
    static func markingGroups(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isGroupSpace) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let groups =
                isGroupSpace(scalar) && index > 0 && index + 1 < scalars.count
                && isDigit(scalars[index - 1]) && isDigit(scalars[index + 1])
            result.append(groups ? "'" : scalar)
        }
        return String(result)
    }

    /// Returns false for text that holds neither a digit nor a number word, so that most texts are not cut.
    static func mayMentionNumbers(_ text: String) -> Bool {
        if text.utf8.contains(where: { ($0 &- 0x30) < 10 }) { return true }
        return text.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "," }).contains {
            NumberWords.value(String($0)) != nil
        }
    }

    static func lexemes(of text: String) -> [Lexeme] {
        let scalars = Array(text.unicodeScalars)
        var lexemes: [Lexeme] = []
        var position = 0
        var isGlued = false
        while position < scalars.count {
            let start = position
            var kind = Lexeme.Kind.sign
            switch ScalarClass(scalars[position]) {
            case .digit:
                kind = .digits
                position = endOfDigits(scalars, from: position)
            case .letter, .mark:
                kind = .word
                position = endOfLetters(scalars, from: position)
            case .unspaced, .other:
                position += 1
            }
            guard kind != .sign || !scalars[start].properties.isWhitespace else {
                isGlued = false
                continue
            }
            let text = String(String.UnicodeScalarView(scalars[start..<position]))
            lexemes.append(Lexeme(kind: kind, text: text, isGlued: isGlued))
            isGlued = true
        }
        return lexemes
    }

    private static func isGroupSpace(_ scalar: Unicode.Scalar) -> Bool {
        [0xA0, 0x2009, 0x202F].contains(scalar.value)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.numericType == .decimal
    }

    private static func endOfDigits(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        var end = start
        while end < scalars.count {
            if isDigit(scalars[end]) {
                end += 1
            } else if end + 1 < scalars.count, ".,':/".unicodeScalars.contains(scalars[end]), isDigit(scalars[end + 1])
            {
                end += 2
            } else if isISODate(scalars, from: start, dash: end) {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// Returns whether the dash at `dash` belongs to a date such as `2024-05-01`, and not to a range.
    private static func isISODate(_ scalars: [Unicode.Scalar], from start: Int, dash: Int) -> Bool {
        let shape = scalars[start..<min(start + 10, scalars.count)].map { isDigit($0) ? "d" : $0 == "-" ? "-" : "x" }
        return shape.joined() == "dddd-dd-dd" && (dash == start + 4 || dash == start + 7)
    }

    private static func endOfLetters(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        var end = start
        while end < scalars.count {
            switch ScalarClass(scalars[end]) {
            case .letter, .mark: end += 1
            case .digit where end > start && ScalarClass(scalars[start]) == .letter: end += 1
            default: return end
            }
        }
        return end
    }
}
