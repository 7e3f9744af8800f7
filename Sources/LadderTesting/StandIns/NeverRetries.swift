public import LadderCore

/// A stand-in for a retry layer that asks once.
public struct NeverRetries: Middleware {
    /// Creates the stand-in.
    public init() {}

    /// Passes the request on, once.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context)
    }

    /// The role of a retry layer.
    public var layerDescription: LayerDescription { LayerDescription(role: .retry, name: "NeverRetries") }
}
