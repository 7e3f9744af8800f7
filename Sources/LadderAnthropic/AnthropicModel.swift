public import LadderCore
public import LadderHTTP

/// A model of Anthropic.
public struct AnthropicModel: ChatModel {
    /// The logical name by which requests ask for the model, and the provider's name of it.
    public let name: String

    /// Creates a model.
    ///
    /// - Parameters:
    ///   - name: The provider's name of the model. A router can ask it for others by `Target.modelID`.
    ///   - key: The API key.
    ///   - transport: The way to send requests.
    public init(
        _ name: String, key: APIKey = .environment("ANTHROPIC_API_KEY"),
        transport: any HTTPTransport = URLSessionTransport.shared
    ) {
        self.name = name
    }

    /// Asks the provider once.
    public func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        throw ChatError(.invalidRequest, message: "not written yet")
    }
}
