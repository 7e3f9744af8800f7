public import LadderCore

/// The candidates for each model, and the options of a ``ModelFallback``.
public struct ModelFallbackPolicy: Hashable, Sendable {
    /// The key for all models without a list of their own: `*`.
    public static let anyModel = "*"

    /// The largest number of candidates a model may have.
    public static let maximumCandidates = 32

    /// The candidates of each model, in the order in which they are asked.
    ///
    /// The list of ``anyModel`` is for the models not named. A model with an empty list has no fallback.
    public var candidates: [String: [FallbackCandidate]]

    /// The longest time a call waits for a circuit breaker when the breakers of all models are open.
    ///
    /// If the first circuit lets a probe through within this time and before the deadline, the layer waits for it and
    /// asks that model. Defaults to zero: the call fails at once.
    public var maximumWait: Duration

    /// What the layer does after an error, where that differs from the error table.
    ///
    /// ```swift
    /// var policy = ModelFallbackPolicy(["gpt-4o-mini"])
    /// policy.rules = [.unauthorized: .never, .invalidRequest: .anyModel]
    /// ```
    public var rules: [ChatError.KindName: ErrorRules.FallbackRule]

    /// Creates a policy with candidates for each model.
    public init(
        _ candidates: [String: [FallbackCandidate]],
        maximumWait: Duration = .zero,
        rules: [ChatError.KindName: ErrorRules.FallbackRule] = [:]
    ) {
        self.candidates = candidates
        self.maximumWait = maximumWait
        self.rules = rules
    }

    /// Creates a policy with the same candidates for every model.
    public init(
        _ candidates: [FallbackCandidate],
        maximumWait: Duration = .zero,
        rules: [ChatError.KindName: ErrorRules.FallbackRule] = [:]
    ) {
        self.init([ModelFallbackPolicy.anyModel: candidates], maximumWait: maximumWait, rules: rules)
    }

    func candidates(for model: String) -> [FallbackCandidate] {
        candidates[model] ?? candidates[ModelFallbackPolicy.anyModel] ?? []
    }

    /// The lists in a fixed order, the one for any model last.
    var sorted: [(model: String, candidates: [FallbackCandidate])] {
        let any = ModelFallbackPolicy.anyModel
        return candidates.sorted { ($0.key == any ? 1 : 0, $0.key) < ($1.key == any ? 1 : 0, $1.key) }
            .map { ($0.key, $0.value) }
    }
}
