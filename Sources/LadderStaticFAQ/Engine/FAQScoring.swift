/// The constants of the score, found on the data of the module's tests.
///
/// None of them is critical: a change by a third moves the results by a few questions in a thousand.
enum FAQScoring {
    /// How much a stop word counts, where the rarest word counts 1.
    static let stopWord: Float = 0.05
    /// How much the most common other word counts.
    static let commonWord: Float = 0.35
    /// How much a word counts that no phrasing has: the question may be about it.
    static let unknownWord: Float = 1
    /// The same for three letters, which are often a misspelled stop word.
    static let unknownShortWord: Float = 0.6
    /// The same for one or two letters.
    static let unknownFragment: Float = 0.15
    /// How much a misspelled word counts at least: it may be another word, spelled correctly.
    static let slipWeight: Float = 0.3
    /// The share of its weight that a misspelled word earns.
    static let slipCredit: Float = 0.9
    /// The same for a word of up to four letters.
    static let shortSlipCredit: Float = 0.8
    /// How much less each further misspelled word of a question earns: several of them are rather other words.
    static let furtherSlip: Float = 0.2
    /// The share of its weight that a word earns which only another phrasing of the entry has.
    static let siblingCredit: Float = 0.8
    /// The share of its weight that a word earns which only the answer has.
    static let answerCredit: Float = 0.6
    /// The share of its weight that a word of a phrasing counts which no other phrasing of its entry has.
    static let loneWord: Float = 0.3
    /// How much the question's share weighs against the phrasing's.
    static let questionSide: Float = 0.65
}
