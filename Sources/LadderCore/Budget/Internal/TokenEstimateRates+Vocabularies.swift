extension TokenEstimateRates {
    /// The constants for the vocabulary o200k, fitted to one half of the table in the tests.
    static let o200k = Self(
        word: 94, joinedWord: 157, longLetter: 7, foreignLetter: 17,
        endlessLetter: 40, accent: 34,
        punctuation: Run(run: 99, character: 4), joiningPunctuation: 37,
        lineBreak: 59, mark: 96, wideMark: 88,
        symbol: Run(run: 122, character: 34), emoji: 200,
        greek: Run(run: 67, character: 27),
        cyrillic: Run(run: 66, character: 19), rareCyrillic: 84,
        hebrew: Run(run: 45, character: 34), arabic: Run(run: 24, character: 34),
        devanagari: Run(run: 0, character: 42), thai: Run(run: 45, character: 43),
        kana: Run(run: 17, character: 57), han: Run(run: 54, character: 76),
        hangul: Run(run: 69, character: 54), other: Run(run: 75, character: 24))

    /// The constants for the vocabulary cl100k, fitted to one half of the table in the tests.
    static let cl100k = Self(
        word: 100, joinedWord: 170, longLetter: 6, foreignLetter: 27,
        endlessLetter: 40, accent: 105,
        punctuation: Run(run: 100, character: 1), joiningPunctuation: 30,
        lineBreak: 58, mark: 124, wideMark: 98,
        symbol: Run(run: 115, character: 36), emoji: 273,
        greek: Run(run: 48, character: 94),
        cyrillic: Run(run: 76, character: 39), rareCyrillic: 99,
        hebrew: Run(run: 58, character: 103), arabic: Run(run: 53, character: 72),
        devanagari: Run(run: 25, character: 120), thai: Run(run: 48, character: 97),
        kana: Run(run: 6, character: 77), han: Run(run: 67, character: 116),
        hangul: Run(run: 69, character: 105), other: Run(run: 91, character: 165))
}
