extension Pipeline {
    /// The standard order of layers, outermost first: written answers, other models, deployments, breaker, retry, limits.
    ///
    /// ```swift
    /// let pipeline = try Pipeline.standard(
    ///     model: model,
    ///     fallbacks: [other],
    ///     faq: [FAQEntry(id: "hours", phrasings: ["When are you open?"], answer: "Weekdays, 9 to 18.")]
    /// )
    /// ```
    ///
    /// A layer that has nothing to do is left out: no fallbacks, no `ModelFallback`; no routes, no `ModelRouter`. Every layer
    /// can be replaced afterwards, see ``replacing(_:with:)``.
    ///
    /// - Parameters:
    ///   - model: Who is asked first.
    ///   - fallbacks: Who is asked when that fails, in order.
    ///   - faq: Written answers. Without any, failures still become apologies.
    ///   - routes: Deployments of logical models. The pipeline needs no model of its own for a name they serve.
    ///   - breaker: When to stop asking a target.
    ///   - retry: When to ask again.
    ///   - timeout: How long to wait.
    public static func standard(
        model: any ChatModel,
        fallbacks: [any ChatModel] = [],
        faq: [FAQEntry] = [],
        routes: [Route] = [],
        breaker: CircuitBreakerPolicy = .standard,
        retry: RetryPolicy = .standard,
        timeout: TimeoutPolicy = .standard
    ) throws -> Pipeline {
        try Pipeline(models: [model] + fallbacks) {
            StaticFAQ(faq)
            if !fallbacks.isEmpty { ModelFallback(ModelFallbackPolicy(fallbacks.map { FallbackCandidate($0.name) })) }
            if !routes.isEmpty { ModelRouter(routes: routes) }
            CircuitBreaker(breaker)
            Retry(retry)
            Timeout(timeout)
        }
    }
}
