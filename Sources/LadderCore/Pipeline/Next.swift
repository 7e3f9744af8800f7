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
        guard context.call.core.chain === chain else {
            throw ChatError(.invalidRequest, message: "next was called with a context of another pipeline")
        }
        return try await chain.layers[position].respond(
            to: request, context: context, next: Next(chain, position: position + 1))
    }
}

/// The layers of a pipeline, outermost first, and the model call at the end.
final class LayerChain: Sendable {
    let layers: [any Middleware]

    init(_ layers: [any Middleware]) {
        self.layers = layers + [ModelCall()]
    }
}
