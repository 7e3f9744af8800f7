public import LadderCore

/// A stand-in for a cache, of either kind, that has an answer to every request.
///
/// ```swift
/// let pipeline = try Pipeline(model: model) { ExactCache() }
/// let warm = try pipeline.replacing(ExactCache.self, with: AlwaysHit("from the cache"))
/// ```
public struct AlwaysHit: Middleware {
    private let completion: Completion
    private let age: Duration
    private let role: LayerRole

    /// Creates a stand-in that answers with this text.
    ///
    /// - Parameters:
    ///   - text: The answer.
    ///   - age: The age that the answer reports.
    ///   - role: The role of the cache: `exactCache`, or `semanticCache`, whose hits have a similarity of 0.97.
    public init(_ text: String, age: Duration = .seconds(60), as role: LayerRole = .exactCache) {
        self.init(Completion(text), age: age, as: role)
    }

    /// Creates a stand-in that answers with a whole completion.
    ///
    /// - Parameters:
    ///   - completion: The answer.
    ///   - age: The age that the answer reports.
    ///   - role: The role of the cache: `exactCache`, or `semanticCache`, whose hits have a similarity of 0.97.
    public init(_ completion: Completion, age: Duration = .seconds(60), as role: LayerRole = .exactCache) {
        self.completion = completion
        self.age = age
        self.role = role
    }

    /// Answers at the level `exactCache`, or `semanticCache` in that role.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let similarity: Double? = role == .semanticCache ? 0.97 : nil
        context.note(.hit, by: "AlwaysHit", detail: similarity.map { .similarity($0) } ?? .age(age))
        var reply = Reply(
            level: role == .semanticCache ? .semanticCache : .exactCache, model: request.model, completion)
        reply.cached = CacheHit(
            age: age, keyDigest: CacheKey(of: request, scope: context.scope).digest.description,
            saved: TokenSpend(tokens: completion.usage.totalTokens), timeSaved: .zero, similarity: similarity)
        return reply
    }

    /// The role of the cache.
    public var layerDescription: LayerDescription { LayerDescription(role: role, name: "AlwaysHit") }
}
