/// A model with the price that a pipeline has looked up for it once.
struct PricedModel: Sendable {
    let model: any ChatModel
    /// The price of the model; nil where it is unknown.
    let price: ModelPrice?
}
