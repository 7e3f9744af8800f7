import LadderText

/// Vetoes where numbers or their units differ, where one question has a number that the other lacks, and where equal
/// numbers belong to other words.
public struct NumberGuard: SemanticGuard {
    /// Creates the guard.
    public init() {}

    public let name = "numbers"

    public func veto(_ pair: QuestionPair) -> GuardVeto? {
        if pair.asked.numberSigns.differ(from: pair.stored.numberSigns) {
            return GuardVeto(by: name, reason: "the signs or spellings of the numbers differ")
        }
        let asked = Figures(pair.asked)
        let stored = Figures(pair.stored)
        if asked.isEmpty, stored.isEmpty { return nil }
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
