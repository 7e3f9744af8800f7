public import LadderCore
public import LadderHTTP

/// A model of OpenAI, or of any server that speaks its chat completions.
///
/// ```swift
/// import LadderOpenAI
///
/// let model = OpenAIModel("gpt-4o")
/// let local = OpenAIModel("llama3.2", server: .ollama)
/// let pipeline = try Pipeline.standard(model: model, fallbacks: [local])
/// print(pipeline.models.count)
/// ```
///
/// It sends whole and streamed requests with pictures, files, tools, JSON and JSON schemas. What a model refuses is left
/// out and noted in the trace; what it is not known to refuse is learned from the first error of status 400.
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
            name: name, format: OpenAIFormat(server: server),
            endpoint: server.endpoint(key: key, transport: transport))
    }

    /// Whether the server runs on this machine.
    public var isLocal: Bool { client.format.server.isLocal }

    /// Returns how long a model that thinks without showing it may be silent: longer for a higher effort.
    public func expectedSilence(for request: ChatRequest) -> Duration? {
        OpenAIModelTraits(modelID: name).silence(at: request.options.reasoningEffort)
    }

    /// Asks the provider once.
    public func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        try await client.respond(to: request, context: context)
    }
}
