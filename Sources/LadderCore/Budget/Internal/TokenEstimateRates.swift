/// What the runs of a text cost with one vocabulary, in hundredths of a token.
struct TokenEstimateRates: Sendable {
    /// The cost of a run of characters of one class.
    struct Run: Sendable {
        /// The cost of the run itself.
        let run: Int64
        /// The cost of each character.
        let character: Int64

        func cost(of length: Int64) -> Int64 { run + character * length }
    }

    let word: Int64
    /// A word that follows a word or a number without a space, as the second one of `camelCase`.
    let joinedWord: Int64
    /// Each letter of a word beyond the fourth.
    let longLetter: Int64
    /// What is added to `longLetter` in a text that is not English.
    let foreignLetter: Int64
    /// Each letter of a word beyond the sixteenth, where words end and chains of letters begin.
    let endlessLetter: Int64
    let accent: Int64
    let punctuation: Run
    /// A single punctuation character in front of a letter, which often is one token with it.
    let joiningPunctuation: Int64
    let lineBreak: Int64
    let mark: Int64
    let wideMark: Int64
    let symbol: Run
    let emoji: Int64
    let greek: Run
    let cyrillic: Run
    /// What is added for a letter that Russian does not use.
    let rareCyrillic: Int64
    let hebrew: Run
    let arabic: Run
    let devanagari: Run
    let thai: Run
    let kana: Run
    let han: Run
    let hangul: Run
    let other: Run
}
