extension Pipeline {
    /// Creates a pipeline with the standard layers, outermost first: `StaticFAQ`, `BudgetCheck`, `ExactCache`,
    /// `SemanticCache`, `ModelFallback`, `ModelRouter`, `CircuitBreaker`, `Retry`, `Timeout`.
    ///
    /// ```swift
    /// let pipeline = try Pipeline.standard(
    ///     model: model,
    ///     fallbacks: [other],
    ///     faq: [FAQEntry(id: "hours", phrasings: ["When are you open?"], answer: "Weekdays, 9 to 18.")]
    /// )
    /// ```
    ///
    /// Only the layers that are given something are built: without fallbacks there is no `ModelFallback`, without routes
    /// no `ModelRouter`. Every layer can be replaced later with ``replacing(_:with:)``.
    ///
    /// - Parameters:
    ///   - model: The model that is asked first.
    ///   - fallbacks: The models that are asked when it fails, in order.
    ///   - faq: The written answers. Without any, a failure is answered with an apology.
    ///   - budget: The layer that keeps calls within budgets. Keep it to ask for the state of a budget.
    ///   - cache: The layer that answers identical requests again. Keep it to read its statistics.
    ///   - semanticCache: The layer that answers questions of the same meaning. Nil, the default, compares no meanings.
    ///   - routes: The deployments of logical models, for which the pipeline needs no model of its own.
    ///   - breaker: The policy by which calls of a failing target are refused.
    ///   - retry: The policy by which a target is asked again.
    ///   - timeout: The time limits of every attempt.
    /// - Throws: `ConfigurationError` with every mistake.
    public static func standard(
        model: any ChatModel,
        fallbacks: [any ChatModel] = [],
        faq: [FAQEntry] = [],
        budget: BudgetCheck? = nil,
        cache: ExactCache? = nil,
        semanticCache: SemanticCache? = nil,
        routes: [Route] = [],
        breaker: CircuitBreakerPolicy = .standard,
        retry: RetryPolicy = .standard,
        timeout: TimeoutPolicy = .standard
    ) throws -> Pipeline {
        try Pipeline(models: [model] + fallbacks) {
            StaticFAQ(faq)
            if let budget { budget }
            if let cache { cache }
            if let semanticCache { semanticCache }
            if !fallbacks.isEmpty {
                ModelFallback(ModelFallbackPolicy(fallbacks.map { FallbackCandidate($0.name, isLocal: $0.isLocal) }))
            }
            if !routes.isEmpty { ModelRouter(routes: routes) }
            CircuitBreaker(breaker)
            Retry(retry)
            Timeout(timeout)
        }
    }
}
