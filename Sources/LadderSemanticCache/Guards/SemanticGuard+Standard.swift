extension [any SemanticGuard] {
    /// All guards that are built in.
    ///
    /// The list is an ordinary array: a guard can be removed, replaced or added.
    ///
    /// ```swift
    /// var guards: [any SemanticGuard] = .standard
    /// guards.removeAll { $0.name == "language" }
    /// ```
    public static var standard: [any SemanticGuard] { standardGuards }
}

private let standardGuards: [any SemanticGuard] = [
    NegationGuard(), PolarityGuard(), NumberGuard(), DateGuard(), TimeWordGuard(), NameGuard(), DirectionGuard(),
    QuantityGuard(), TenseGuard(), ScopeGuard(), QuestionTypeGuard(), LanguageGuard(), TopicGuard(),
]
