import LadderText

/// Finds the words that a text writes like names.
enum Capitals {
    /// Returns the folded words that begin with a capital letter inside a sentence; none for a text in capitals or in
    /// the style of titles.
    static func words(in text: String) -> Set<String> {
        guard text.unicodeScalars.contains(where: isCapital) else { return [] }
        var found: Set<String> = []
        var wordCount = 0
        var capitalCount = 0
        var word = String.UnicodeScalarView()
        var beginsSentence = true
        func finish() {
            guard let first = word.first else { return }
            wordCount += 1
            if isCapital(first), word.count > 1 {
                capitalCount += 1
                if !beginsSentence { found.insert(Folding.fold(String(word))) }
            }
            beginsSentence = false
            word = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            if isWord(scalar) {
                word.append(scalar)
            } else {
                finish()
                switch scalar {
                case ".", "?", "!", ":", "\n": beginsSentence = true
                default: break
                }
            }
        }
        finish()
        return capitalCount * 5 > wordCount * 3 && wordCount > 3 ? [] : found
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case let value: value > 0xBF
        }
    }
}
