public import LadderCore
public import LadderText

/// A layer that answers a question with the stored answer to a question of the same meaning.
///
/// Use it where many people ask the same in other words. Put it inside `ExactCache` and outside every layer that can ask
/// a model twice. A hit costs no tokens of a model and has the level `semanticCache`; `response.cached` has its age and
/// the similarity of the two questions. Begin with ``SemanticCachePolicy/Mode/shadow``: a wrong answer is worse than
/// none.
///
/// ```swift
/// let cache = SemanticCache(embedder: LexicalEmbedder(), store: MemoryStore())
/// let pipeline = try Pipeline(model: model) {
///     ExactCache()
///     cache
///     Retry()
/// }
/// print(try await pipeline.respond(to: "How do I reset my password?").fallbackLevel, cache.statistics)
/// ```
///
/// It guarantees that
/// - only the text of the last user message is compared by meaning; everything else (system prompt, history, options,
///   model, tenant, embedder) is equal exactly;
/// - an answer never leaves its tenant, nor its user where answers are shared by user;
/// - no answer is served, on failures neither, where a guard sees a difference between the questions;
/// - only a complete, successful answer is stored, and none whose group was invalidated while it was under way;
/// - an embedder or a store that fails or is slow fails no call. It delays one by
///   ``SemanticCachePolicy/embedderTimeLimit`` and a few times ``SemanticCachePolicy/storeTimeLimit`` at most, and never
///   past its deadline.
///
/// A request that is not compared passes through: one with tools, pictures, code, words such as "today", personal data,
/// a long text, or a temperature above 0.3.
///
/// The index of the questions is in the memory of each process. It is filled from the store in the background, and kept
/// up to date with what other processes write. Copies share it, also between pipelines; it is kept apart for each
/// runtime. The layer does not close its store on shutdown, because other caches may use it.
public struct SemanticCache: Middleware {
    static let stage = "SemanticCache"
    let core: SemanticCore

    /// Creates a layer.
    ///
    /// - Parameters:
    ///   - policy: Which questions are compared, and how long their answers are served.
    ///   - embedder: The embedder of the questions.
    ///   - store: The store that keeps the answers, which may be that of other caches.
    ///   - guards: The guards that forbid to serve an answer.
    ///   - detector: Finds personal data in the user's messages; a request with some is neither embedded nor stored. Nil
    ///     looks for none.
    ///   - agreement: Returns whether the answer of the model says the same as the stored one, where the stored one was
    ///     not served. Nil compares their words.
    public init(
        _ policy: SemanticCachePolicy = SemanticCachePolicy(), embedder: any Embedder, store: any CacheStore,
        guards: [any SemanticGuard] = .standard,
        refusing detector: (any SensitiveTextDetector)? = PersonalDataDetector(),
        agreement: (@Sendable (_ stored: Completion, _ new: Completion) -> Bool)? = nil
    ) {
        core = SemanticCore(
            policy, embedder: embedder, store: store, guards: guards, detector: detector,
            agreement: agreement ?? AnswerAgreement.haveCommonWords)
    }

    /// The policy that the layer was created with.
    public var policy: SemanticCachePolicy { core.policy }

    /// The store that keeps the answers.
    public var store: any CacheStore { core.store }

    /// The guards that forbid to serve an answer.
    public var guards: [any SemanticGuard] { core.guards }

    /// Answers with the stored answer to a question of the same meaning, or calls `next`.
    ///
    /// - Throws: What `next` throws, where no looser answer may replace it.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await SemanticCall(core: core, request: request, context: context, next: next).reply()
    }

    /// Takes a report about an answer that the layer has served. An answer that was wrong is removed at once.
    ///
    /// The layer remembers the latest 4,096 calls it has served. For an older one the feedback must name the entry.
    public func receive(feedback: AnswerFeedback) async {
        await core.receive(feedback)
    }
}
