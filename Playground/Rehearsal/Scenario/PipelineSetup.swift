package import Ladder

/// The options of the standard pipeline that a scenario may change.
package struct PipelineSetup: Hashable, Sendable {
    /// How long an answer is served again to the same question; nil for no cache.
    package var cacheLifetime: Duration? = .seconds(3_600)
    /// The similarity from which on an answer is served to a question in other words; nil to compare no meanings.
    package var semanticThreshold: Double?
    /// What each user may spend a day; nil for no limit of its own.
    package var userBudget: Money?
    /// What all calls together may spend a day; nil for no budget.
    package var budget: Money?
    /// Whether there are written answers.
    package var hasWrittenAnswers = true
    /// The longest time that a caller waits.
    package var timeLimit: Duration = .seconds(30)

    package init() {}

    /// Returns the standard pipeline for the models of a stage.
    ///
    /// - Parameters:
    ///   - stage: The models, their deployments, and the store.
    ///   - hasGuards: Whether guards may forbid to reuse an answer by meaning.
    package func pipeline(for stage: Stage, hasGuards: Bool = true) throws -> Pipeline {
        let budgets =
            (userBudget.map { [BudgetLimit(.money($0), each: .user, per: .day, name: "user")] } ?? [])
            + (budget.map { [BudgetLimit(.money($0), per: .day, name: "all")] } ?? [])
        let semanticCache = semanticThreshold.map { threshold in
            SemanticCache(
                SemanticCachePolicy(threshold: threshold, lifetime: CacheLifetime(cacheLifetime ?? .seconds(86_400))),
                embedder: LexicalEmbedder(), store: stage.store, guards: hasGuards ? .standard : [])
        }
        return try Pipeline.standard(
            model: stage.models[0], fallbacks: Array(stage.models.dropFirst()),
            faq: hasWrittenAnswers ? stage.scenario.crowd.theme.writtenAnswers : [],
            budget: budgets.isEmpty ? nil : BudgetCheck(BudgetPolicy(limits: budgets)),
            cache: cacheLifetime.map { lifetime in
                ExactCache(ExactCachePolicy(lifetime: CacheLifetime(lifetime)), store: stage.store)
            },
            semanticCache: semanticCache, routes: stage.routes
        )
        .limited(timeLimit: timeLimit)
    }
}
