/// The deployment of a model that is asked.
///
/// A router sets it. Without one, the model named in the request is the target.
public final class Target: Sendable {
    /// The id by which breakers and statistics know the target.
    public let id: String
    /// The client to ask. Nil means the pipeline's model of the request's name.
    public let client: (any ChatModel)?
    /// The provider's own name for the model. Nil means the name in the request.
    public let modelID: String?

    /// Creates a target; without a client it is one of the pipeline's models.
    public init(id: String, client: (any ChatModel)? = nil, modelID: String? = nil) {
        self.id = id
        self.client = client
        self.modelID = modelID
    }
}
