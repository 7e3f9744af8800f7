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
    ///   - store: The store of a cache for identical requests, instead of `cache`, such as an `SQLiteStore` or a
    ///     `RedisStore`.
    ///   - limits: The limits of a budget, instead of `budget`.
    ///   - ledger: The ledger behind `limits`, such as an `SQLiteLedger` or a `RedisLedger`. Nil means one in memory.
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
        store: (any CacheStore)? = nil,
        limits: [BudgetLimit] = [],
        ledger: (any BudgetLedger)? = nil,
        semanticCache: SemanticCache? = nil,
        routes: [Route] = [],
        breaker: CircuitBreakerPolicy = .standard,
        retry: RetryPolicy = .standard,
        timeout: TimeoutPolicy = .standard
    ) throws -> Pipeline {
        var problems: [String] = []
        if cache != nil, store != nil {
            problems.append("give either a cache or a store, which the cache would not use")
        }
        if budget != nil, !limits.isEmpty || ledger != nil {
            problems.append("give either a budget or its limits and ledger, which the budget would not use")
        }
        if budget == nil, limits.isEmpty, ledger != nil {
            problems.append("the ledger has no limits, so nothing would be kept in it")
        }
        if !problems.isEmpty { throw ConfigurationError(problems: problems) }
        return try Pipeline(models: [model] + fallbacks) {
            StaticFAQ(faq)
            if let budget { budget }
            if !limits.isEmpty { BudgetCheck(BudgetPolicy(limits: limits), ledger: ledger ?? InMemoryLedger()) }
            if let cache { cache }
            if let store { ExactCache(store: store) }
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
