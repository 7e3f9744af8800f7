extension String {
    /// A name of the API in words: `gaveUp` as `gave up`, `baseURL` as `base URL`.
    ///
    /// Only ASCII letters are changed. Every failed attempt writes such words into its trace, so they are made of bytes:
    /// with characters, they were a fifth of the cost of a call that a fallback answers.
    package var inWords: String {
        let letters = Array(utf8)
        var words: [UInt8] = []
        for (index, letter) in letters.enumerated() {
            guard index > 0, letter.isUppercaseLetter, letters[index - 1].isLowercaseLetter else {
                words.append(letter)
                continue
            }
            let isAbbreviation = index + 1 < letters.count && letters[index + 1].isUppercaseLetter
            words.append(UInt8(ascii: " "))
            words.append(isAbbreviation ? letter : letter.lowercaseLetter)
        }
        return String(decoding: words, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isUppercaseLetter: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    fileprivate var isLowercaseLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var lowercaseLetter: UInt8 { self + (UInt8(ascii: "a") - UInt8(ascii: "A")) }
}
