/// The constants of the score, found on the data of the module's tests. None of them is sharp: a change by a third moves
/// the results by a few questions in a thousand.
enum FAQScoring {
    /// What a stop word counts, where the rarest word counts 1.
    static let stopWord: Float = 0.05
    /// What the commonest other word counts.
    static let commonWord: Float = 0.35
    /// What a word counts that no phrasing has: in full, it may be what the question is about.
    static let unknownWord: Float = 1
    /// The same for three letters, and for fewer: often what is left of a misspelled stop word.
    static let unknownShortWord: Float = 0.6
    static let unknownFragment: Float = 0.15
    /// What a misspelled word counts at least: it may be another word, spelled well.
    static let slipWeight: Float = 0.3
    /// How much of its weight a misspelled word earns, and one of up to four letters.
    static let slipCredit: Float = 0.9
    static let shortSlipCredit: Float = 0.8
    /// How much less each further misspelled word of one question earns.
    static let furtherSlip: Float = 0.2
    /// How much of its weight a word earns that only another phrasing of the entry has, or only its answer.
    static let siblingCredit: Float = 0.8
    static let answerCredit: Float = 0.6
    /// How much a word of a phrasing counts that no other phrasing of its entry has.
    static let loneWord: Float = 0.3
    /// How much the question's share weighs against the phrasing's.
    static let questionSide: Float = 0.65
}
