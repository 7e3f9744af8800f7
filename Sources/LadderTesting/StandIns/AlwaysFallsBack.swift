public import LadderCore

/// A stand-in for a fallback layer whose first model is always down: it asks the other model at once.
public struct AlwaysFallsBack: Middleware {
    private let model: String

    /// Creates a stand-in that asks the model of this name instead of the one in the request.
    public init(to model: String) {
        self.model = model
    }

    /// Asks the other model, at the level `fallbackModel`.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var request = request
        request.model = model
        context.note(.switched, by: "AlwaysFallsBack", detail: .target(model))
        var reply = try await next(request, context)
        reply.level = max(reply.level, .fallbackModel)
        return reply
    }

    /// The role of a fallback layer that names the other model.
    public var layerDescription: LayerDescription {
        LayerDescription(role: .modelFallback, name: "AlwaysFallsBack", asks: [model])
    }
}
