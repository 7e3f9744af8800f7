/// A model with what a pipeline knows of it, behind one reference: it is found and handed on without a copy.
final class PricedModel: Sendable {
    let name: String
    /// What it charges, looked up once. Nil where that is unknown.
    let price: ModelPrice?
    let model: any ChatModel

    init(_ model: any ChatModel, price: ModelPrice? = nil) {
        name = model.name
        self.model = model
        self.price = price
    }

    /// What this use of it costs. Nil where its price is unknown.
    func cost(of usage: Usage) -> Money? { price?.cost(of: usage) }

    var streams: Bool { model.streams }

    @inline(__always)
    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        try await model.respond(to: request, context: context)
    }
}
