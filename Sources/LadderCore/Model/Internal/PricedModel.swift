/// A model with the price that a pipeline has looked up for it once.
struct PricedModel: Sendable {
    let model: any ChatModel
    /// What the model charges. Nil where that is unknown.
    let price: ModelPrice?
}
