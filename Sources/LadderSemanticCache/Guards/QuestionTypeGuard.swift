/// Vetoes where two questions ask for different things: a reason and a time, a way and a definition.
public struct QuestionTypeGuard: SemanticGuard {
    /// Creates the guard.
    public init() {}

    /// The name `question type`.
    public let name = "question type"

    /// Returns a veto, or nil where this guard sees no difference.
    public func veto(_ pair: QuestionPair) -> GuardVeto? {
        guard pair.asked.form.conflicts(with: pair.stored.form) else { return nil }
        return GuardVeto(by: name, reason: "the questions ask for different things")
    }
}
