public import LadderCore

/// A layer that answers an identical request from memory.
public struct ExactCache: Middleware {
    /// Creates a layer.
    public init() {}

    /// Passes the request on.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context)
    }

    /// The role and the name.
    public var layerDescription: LayerDescription { LayerDescription(role: .exactCache, name: "ExactCache") }
}
