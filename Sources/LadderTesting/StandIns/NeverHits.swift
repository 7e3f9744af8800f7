public import LadderCore

/// A stand-in for a cache, of either kind, that has no answer and stores none.
///
/// ```swift
/// let pipeline = try Pipeline(model: model) { ExactCache() }
/// let cold = try pipeline.replacing(ExactCache.self, with: NeverHits())
/// ```
public struct NeverHits: Middleware {
    private let role: LayerRole

    /// Creates a stand-in for a cache of this role.
    public init(as role: LayerRole = .exactCache) {
        self.role = role
    }

    /// Passes the request on.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        context.note(.missed, by: "NeverHits")
        return try await next(request, context)
    }

    /// The role of the cache.
    public var layerDescription: LayerDescription { LayerDescription(role: role, name: "NeverHits") }
}
