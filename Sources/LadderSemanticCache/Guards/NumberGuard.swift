import LadderText

/// Vetoes where numbers or their units differ, where one question has a number that the other lacks, and where equal
/// numbers belong to other words.
public struct NumberGuard: SemanticGuard {
    /// Creates the guard, which has no options.
    public init() {}

    /// The name of the guard in traces and statistics: `numbers`.
    public let name = "numbers"

    /// Returns a veto, or nil where this guard sees no difference.
    public func veto(_ pair: QuestionPair) -> GuardVeto? {
        guard pair.asked.hasNumbers || pair.stored.hasNumbers else { return nil }
        if pair.asked.numberSigns.differ(from: pair.stored.numberSigns) {
            return GuardVeto(by: name, reason: "the signs or spellings of the numbers differ")
        }
        let asked = Figures(pair.asked)
        let stored = Figures(pair.stored)
        let onlyAsked = asked.missing(in: stored)
        let onlyStored = stored.missing(in: asked)
        if !onlyAsked.isEmpty || !onlyStored.isEmpty {
            return GuardVeto(by: name, reason: "the numbers differ", evidence: onlyAsked + onlyStored)
        }
        if let units = asked.unitsThatDiffer(from: stored) ?? stored.unitsThatDiffer(from: asked) {
            return GuardVeto(by: name, reason: "the units differ", evidence: units)
        }
        if asked.order != stored.order, asked.owners != stored.owners {
            return GuardVeto(
                by: name, reason: "the numbers belong to other words", evidence: asked.owners + stored.owners)
        }
        return nil
    }
}
