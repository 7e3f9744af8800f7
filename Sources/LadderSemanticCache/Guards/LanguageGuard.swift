/// Vetoes where the questions are in different languages or scripts: an answer is in the language of its question.
public struct LanguageGuard: SemanticGuard {
    /// Creates the guard, which has no options.
    public init() {}

    /// The name of the guard in traces and statistics: `language`.
    public let name = "language"

    /// Returns a veto, or nil where this guard sees no difference.
    public func veto(_ pair: QuestionPair) -> GuardVeto? {
        if pair.asked.scripts != pair.stored.scripts {
            return GuardVeto(by: name, reason: "the scripts differ")
        }
        if let asked = pair.asked.language, let stored = pair.stored.language, asked != stored {
            return GuardVeto(by: name, reason: "the languages differ", evidence: [asked, stored])
        }
        return nil
    }
}
