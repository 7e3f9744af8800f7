extension String {
    /// A name of the API in words: `gaveUp` as `gave up`, `baseURL` as `base URL`.
    package var inWords: String {
        let letters = Array(self)
        var words = ""
        for (index, letter) in letters.enumerated() {
            guard index > 0, letter.isUppercase, letters[index - 1].isLowercase else {
                words.append(letter)
                continue
            }
            let isAbbreviation = index + 1 < letters.count && letters[index + 1].isUppercase
            words += isAbbreviation ? " \(letter)" : " \(letter.lowercased())"
        }
        return words
    }
}
