public import LadderCore

/// A stand-in for a router that finds no deployment that may be asked.
public struct NoDeployment: Middleware {
    private let models: [String]

    /// Creates a stand-in for a router with routes of these models.
    public init(of models: String...) {
        self.models = models
    }

    /// Throws `overloaded`.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        context.note(.refused, by: "NoDeployment", reason: "no deployment may be asked")
        throw ChatError(.overloaded, message: "no deployment of \(request.model) may be asked")
    }

    /// The role of a router that serves the models.
    public var layerDescription: LayerDescription {
        LayerDescription(role: .router, name: "NoDeployment", serves: models)
    }
}
