public import LadderCore

/// A stand-in for an exact cache that has an answer to every request.
///
/// ```swift
/// let pipeline = try Pipeline(model: model) { ExactCache() }
/// let warm = try pipeline.replacing(ExactCache.self, with: AlwaysHit("from the cache"))
/// ```
public struct AlwaysHit: Middleware {
    private let completion: Completion
    private let age: Duration

    /// Creates a stand-in that answers with this text.
    public init(_ text: String, age: Duration = .seconds(60)) {
        self.init(Completion(text), age: age)
    }

    /// Creates a stand-in that answers with a whole completion.
    public init(_ completion: Completion, age: Duration = .seconds(60)) {
        self.completion = completion
        self.age = age
    }

    /// Answers at the level `exactCache`.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        context.note(.hit, by: "AlwaysHit", detail: .age(age))
        var reply = Reply(level: .exactCache, model: request.model, completion)
        reply.cached = CacheHit(
            age: age, keyDigest: CacheKey(of: request, scope: context.scope).digest.description,
            saved: TokenSpend(tokens: completion.usage.totalTokens), timeSaved: .zero)
        return reply
    }

    /// The role of an exact cache.
    public var layerDescription: LayerDescription { LayerDescription(role: .exactCache, name: "AlwaysHit") }
}
