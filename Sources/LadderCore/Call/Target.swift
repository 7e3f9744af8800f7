/// Who exactly is being asked: one deployment of a model.
///
/// A router sets it. Without one, the model named in the request is the target.
public final class Target: Sendable {
    /// What breakers and statistics key on.
    public let id: String
    /// The client that is asked. Nil means the pipeline's model of the request's name.
    public var client: (any ChatModel)? { known?.model }
    /// The provider's own name for the model. Nil means the name in the request.
    public let modelID: String?
    let known: PricedModel?

    /// A deployment.
    public init(id: String, client: (any ChatModel)? = nil, modelID: String? = nil) {
        self.id = id
        known = client.map { PricedModel($0) }
        self.modelID = modelID
    }
}
