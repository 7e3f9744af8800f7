import LadderText

/// Guesses the language of a question from its function words, and its scripts from its letters.
enum Languages {
    private static let codes = StopWords.languages
    private static let english = codes.firstIndex(of: "en") ?? 0

    /// For each function word a bit for each of its languages.
    private static let masks: [String: UInt8] = {
        var masks: [String: UInt8] = [:]
        for (index, code) in codes.enumerated() {
            for word in StopWords.words(code) { masks[word, default: 0] |= 1 << UInt8(index) }
        }
        return masks
    }()

    /// Returns the language whose function words are clearly the most frequent; nil where none is.
    static func language(of tokens: [Token]) -> String? {
        var counts = [Int](repeating: 0, count: codes.count)
        for token in tokens.prefix(60) {
            guard let mask = masks[token.text] else { continue }
            for index in codes.indices where mask & (1 << UInt8(index)) != 0 { counts[index] += 1 }
        }
        let most = counts.max() ?? 0
        guard most >= 2, let best = counts.firstIndex(of: most) else { return nil }
        if counts[english] == most { return counts.count { $0 == most } == 1 ? "en" : nil }
        // Short function words of other languages are also English words or names: two more are asked for.
        return most >= counts[english] + 2 && counts.count { $0 == most } == 1 ? codes[best] : nil
    }

    /// Returns a bit for each script that letters of the text belong to.
    static func scripts(of text: String) -> UInt16 {
        var scripts: UInt16 = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A, 0x41...0x5A, 0xC0...0x24F: scripts |= 1
            case ..<0x370: break
            case 0x370...0x3FF: scripts |= 1 << 1
            case 0x400...0x52F: scripts |= 1 << 2
            case 0x530...0x58F: scripts |= 1 << 3
            case 0x590...0x5FF: scripts |= 1 << 4
            case 0x600...0x6FF, 0x750...0x77F: scripts |= 1 << 5
            case 0x900...0xDFF: scripts |= 1 << 6
            case 0xE00...0xEFF: scripts |= 1 << 7
            case 0x3041...0x30FF: scripts |= 1 << 8
            case 0x3400...0x9FFF, 0x20000...0x3FFFF: scripts |= 1 << 9
            case 0xAC00...0xD7AF, 0x1100...0x11FF: scripts |= 1 << 10
            default: break
            }
        }
        return scripts
    }
}
