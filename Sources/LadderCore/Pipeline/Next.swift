/// The layers inside a layer, and the model call behind them.
///
/// A layer calls it once, several times, from child tasks, or not at all. To change the text of what comes back, use
/// ``callAsFunction(_:_:mappingText:)``, ``callAsFunction(_:_:transformingText:)`` or
/// ``callAsFunction(_:_:reviewing:)``: they also reach the text of an answer that was cut.
public struct Next: Sendable {
    private let chain: LayerChain
    private let position: Int

    init(_ chain: LayerChain, position: Int = 0) {
        self.chain = chain
        self.position = position
    }

    /// Asks the inner layers, and the model behind them.
    ///
    /// - Throws: The error from which no inner layer could recover; `ChatError` of kind `invalidRequest` if the context
    ///   belongs to another pipeline.
    public func callAsFunction(_ request: ChatRequest, _ context: CallContext) async throws -> Reply {
        guard context.call.core.chain === chain.outermost else {
            throw ChatError(.invalidRequest, message: "next was called with a context of another pipeline")
        }
        return try await chain.layers[position].respond(
            to: request, context: context, next: Next(chain, position: position + 1))
    }
}

extension Next {
    /// Returns these layers, outermost first, with what this one asks inside them.
    ///
    /// A layer that has layers of its own calls it, such as one that chooses between several lists.
    package func behind(_ layers: [any Middleware]) -> Next {
        layers.isEmpty ? self : Next(LayerChain(layers, before: self, outermost: chain.outermost))
    }
}

/// The layers of a pipeline, outermost first, and the model call at the end.
final class LayerChain: Sendable {
    let layers: [any Middleware]
    /// The chain of the pipeline, where this one is a part of it.
    private let whole: LayerChain?

    init(_ layers: [any Middleware]) {
        self.layers = layers + [ModelCall()]
        whole = nil
    }

    init(_ layers: [any Middleware], before next: Next, outermost: LayerChain) {
        self.layers = layers + [RestOfPipeline(next: next)]
        whole = outermost
    }

    var outermost: LayerChain { whole ?? self }
}

/// The end of a list of layers that a layer has of its own: it goes on with what is inside that layer.
private struct RestOfPipeline: Middleware {
    let next: Next

    func respond(to request: ChatRequest, context: CallContext, next _: Next) async throws -> Reply {
        try await next(request, context)
    }
}
