public import LadderCore

/// A layer that answers a question with the stored answer to a question of the same meaning.
public struct SemanticCache: Middleware {
    static let stage = "SemanticCache"
    let policy: SemanticCachePolicy

    /// Creates a layer.
    public init(_ policy: SemanticCachePolicy = SemanticCachePolicy(), embedder: any Embedder) {
        self.policy = policy
    }

    /// Calls `next`.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context)
    }

    /// The role of the layer.
    public var layerDescription: LayerDescription {
        LayerDescription(role: .semanticCache, name: SemanticCache.stage)
    }
}
