public import LadderHTTP

/// The model that a ``ModelCatalog`` asks a client for.
public struct RequestedModel: Sendable {
    /// The name by which requests will ask for the model.
    public let name: String
    /// The provider's name of the model, which is the name without the prefix.
    public let modelID: String
    /// The API key. Nil means the key in the usual environment variable of the provider, or no key for another server.
    public let key: APIKey?
    /// The URL of another server that speaks the same interface. Nil means the provider's own.
    public let baseURL: String?
    /// The way to send requests.
    public let transport: any HTTPTransport
}
