/// The constants of the score, as calibrated.
struct FAQScoring: Sendable {
    /// What a stop word counts, where a rare word counts 1.
    var stopWord: Float = 0.05
    /// What the commonest other word counts.
    var floor: Float = 0.35
    /// What a word counts that no phrasing has.
    var unknown: Float = 1
    /// What a misspelled word counts at least, and how much of it a hit earns.
    var slipWeight: Float = 0.3
    var slipCredit: Float = 0.9
    var shortSlip: Float = 0.8
    var slipGrowth: Float = 0.2
    var fragment: Float = 0.15
    var unknown3: Float = 0.6
    /// How much the question's side weighs against the phrasing's.
    var side: Float = 0.65
    var mean: Float = 1
    /// How much a word of another phrasing of the same entry earns.
    var sibling: Float = 0.8
    /// How much a word of the answer earns.
    var answer: Float = 0.6
    /// How much of a phrasing's word counts when no other phrasing of the entry has it.
    var loneWord: Float = 0.3
}
