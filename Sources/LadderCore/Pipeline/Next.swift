/// The rest of the pipeline, as a value. Call it once, many times, from child tasks, or not at all.
public struct Next: Sendable {
    let link: Link

    /// Asks the layers inside this one.
    public func callAsFunction(_ request: ChatRequest, _ context: CallContext) async throws -> Reply {
        guard let layer = link.layer, let next = link.next else {
            return try await link.models.ask(request, context)
        }
        return try await layer.respond(to: request, context: context, next: Next(link: next))
    }
}

/// A layer and what comes after it; the last link has no layer and asks the model.
final class Link: Sendable {
    let layer: (any Middleware)?
    let next: Link?
    let models: ModelCall

    private init(layer: (any Middleware)?, next: Link?, models: ModelCall) {
        self.layer = layer
        self.next = next
        self.models = models
    }

    static func chain(_ layers: [any Middleware], _ models: ModelCall) -> Link {
        layers.reversed().reduce(Link(layer: nil, next: nil, models: models)) { next, layer in
            Link(layer: layer, next: next, models: models)
        }
    }
}
