public import LadderCore

/// A layer that answers an identical request with the stored answer, and lets identical requests under way share one
/// call of the model.
///
/// Use it wherever the same question is asked more than once. Put it inside `BudgetCheck` and outside every layer that
/// can ask a model twice. A hit costs no tokens and has the level `exactCache`; `response.cached` has its age and what
/// it saved.
///
/// ```swift
/// let cache = ExactCache()
/// let pipeline = try Pipeline(model: model) {
///     cache
///     Retry()
/// }
/// let answer = try await pipeline.respond(to: "What is a monad?")
/// print(answer.fallbackLevel, cache.statistics)
/// ```
///
/// It guarantees that
/// - an answer never leaves its tenant, nor its user where answers are shared by user;
/// - only a complete, successful answer is stored, and a hit has the content, the finish reason and the usage of the
///   first answer;
/// - equal requests under way cost one call of the model: each caller waits with its own deadline and cancellation, and
///   the call is cancelled when the last caller has left;
/// - a store that fails or is slow fails no call, and delays one by ``ExactCachePolicy/storeTimeLimit`` at most for each
///   look-up.
///
/// A request whose answer is not stored (by default: a temperature above 0.3, or tools) passes through and shares
/// nothing. Whole and streamed calls share entries and flights.
///
/// Copies share the store, the flights and the counts, also between pipelines. Flights and counts are kept apart for
/// each runtime. The layer does not close its store on shutdown, because other caches may use it.
public struct ExactCache: Middleware {
    static let stage = "ExactCache"
    let core: CacheCore

    /// Creates a layer over a store.
    ///
    /// - Parameters:
    ///   - policy: Which answers are stored, for how long, and between whose calls they are shared.
    ///   - store: The store that keeps the answers.
    ///   - detector: Finds personal data in the user's messages; a request with some is not stored. Nil looks for none.
    public init(
        _ policy: ExactCachePolicy = ExactCachePolicy(), store: any CacheStore,
        refusing detector: (any SensitiveTextDetector)? = nil
    ) {
        core = CacheCore(policy, store: store, detector: detector)
    }

    /// Creates a layer over a ``MemoryStore`` of its own, with 10,000 entries or 64 MiB at most.
    ///
    /// - Parameters:
    ///   - policy: Which answers are stored, for how long, and between whose calls they are shared.
    ///   - detector: Finds personal data in the user's messages; a request with some is not stored. Nil looks for none.
    public init(
        _ policy: ExactCachePolicy = ExactCachePolicy(), refusing detector: (any SensitiveTextDetector)? = nil
    ) {
        self.init(policy, store: MemoryStore(), refusing: detector)
    }

    /// The policy that the layer was created with.
    public var policy: ExactCachePolicy { core.policy }

    /// The store that keeps the answers.
    public var store: any CacheStore { core.store }

    /// Answers from the store, or shares the answer of an equal request under way, or calls `next`.
    ///
    /// - Throws: What `next` throws, where no stale answer may replace it; `deadlineExceeded` where the call shares an
    ///   answer that does not come in time.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await CachedCall(core: core, request: request, context: context, next: next).reply()
    }
}
