import LadderText

/// Finds the words that a text writes like names.
enum Capitals {
    /// Returns the folded words that begin with a capital letter inside a sentence; none for a text in capitals or in
    /// the style of titles.
    static func words(in text: String) -> Set<String> {
        var found: Set<String> = []
        var wordCount = 0
        var capitalCount = 0
        var word = String.UnicodeScalarView()
        var beginsSentence = true
        func finish() {
            guard let first = word.first else { return }
            wordCount += 1
            let isCapital = first.isASCII ? (0x41...0x5A).contains(first.value) : first.properties.isUppercase
            if isCapital, word.count > 1 {
                capitalCount += 1
                if !beginsSentence { found.insert(Folding.fold(String(word))) }
            }
            beginsSentence = false
            word = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            if scalar.isASCII ? scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) : scalar.value > 0xBF {
                word.append(scalar)
            } else {
                finish()
                if ".?!:\n".unicodeScalars.contains(scalar) { beginsSentence = true }
            }
        }
        finish()
        return capitalCount * 5 > wordCount * 3 && wordCount > 3 ? [] : found
    }
}
