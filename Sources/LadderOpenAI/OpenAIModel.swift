public import LadderCore
public import LadderHTTP

/// A model of OpenAI, or of any server that speaks its chat completions.
///
/// ```swift
/// let model = OpenAIModel("gpt-4o")
/// let local = OpenAIModel("llama3.2", server: .ollama)
/// ```
public struct OpenAIModel: ChatModel {
    /// The logical name by which requests ask for the model, and the provider's name of it.
    public let name: String
    private let client: ProviderClient<OpenAIFormat>

    /// Creates a model.
    ///
    /// - Parameters:
    ///   - name: The provider's name of the model. A router can ask it for others by `Target.modelID`.
    ///   - server: The server to ask.
    ///   - key: The API key. Nil takes the one in the server's usual environment variable.
    ///   - transport: The way to send requests.
    public init(
        _ name: String, server: OpenAIServer = .openAI, key: APIKey? = nil,
        transport: any HTTPTransport = URLSessionTransport.shared
    ) {
        self.name = name
        client = ProviderClient(
            name: name, format: OpenAIFormat(server: server), baseURL: server.baseURL, key: key ?? server.key,
            keyField: (server.keyField, server.keyPrefix), headers: server.headers, transport: transport)
    }

    /// Asks the provider once.
    public func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        try await client.respond(to: request, context: context)
    }
}
