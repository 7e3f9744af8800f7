extension [any SemanticGuard] {
    /// Returns the first guard that objects to a pair, with its veto; nil where none does.
    func firstVeto(of pair: QuestionPair) -> (guardName: String, veto: GuardVeto)? {
        for semanticGuard in self {
            if let veto = semanticGuard.veto(pair) { return (semanticGuard.name, veto) }
        }
        return nil
    }
}
