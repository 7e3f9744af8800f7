/// Vetoes where only one question asks about the present, with a word such as `today` or `latest`.
public struct TimeWordGuard: SemanticGuard {
    /// Creates the guard, which has no options.
    public init() {}

    /// The name of the guard in traces and statistics: `time words`.
    public let name = "time words"

    /// Returns a veto, or nil where this guard sees no difference.
    public func veto(_ pair: QuestionPair) -> GuardVeto? {
        let asked = pair.asked.timeWords
        let stored = pair.stored.timeWords
        guard asked.isEmpty != stored.isEmpty else { return nil }
        return GuardVeto(by: name, reason: "only one question asks about the present", evidence: asked + stored)
    }
}
