public import LadderCore
public import LadderHTTP

/// A model of Google's Gemini interface, at the Gemini API or at Vertex AI.
///
/// ```swift
/// import LadderGemini
///
/// let flash = GeminiModel("gemini-2.5-flash")
/// let answers = try Pipeline(model: flash) { Retry() }
/// print(answers.models.count)
/// ```
///
/// It sends whole and streamed requests with pictures, files, tools and schemas, and keeps the thoughts and signatures
/// with which a thinking model continues its tool loop. What a model refuses is left out and noted in the trace.
public struct GeminiModel: ChatModel {
    /// The logical name by which requests ask for the model, and the provider's name of it.
    public let name: String

    private let client: ProviderClient<GeminiFormat>

    /// Creates a model.
    ///
    /// - Parameters:
    ///   - name: The provider's name of the model. A router can ask it for others by `Target.modelID`.
    ///   - key: The API key, or for Vertex AI an access token.
    ///   - baseURL: The URL before `/models/`. One without a path gets `/v1beta`. At a host of Vertex AI
    ///     (`aiplatform.googleapis.com`) the key is sent as a bearer token, elsewhere as `x-goog-api-key`.
    ///   - showsThoughts: Whether models that think send summaries of their thoughts. They are no part of the text.
    ///     Without them a thinking model is silent, and the standard time limits wait longer for it.
    ///   - transport: The way to send requests.
    public init(
        _ name: String, key: APIKey = .environment("GEMINI_API_KEY"),
        baseURL: String = "https://generativelanguage.googleapis.com", showsThoughts: Bool = true,
        transport: any HTTPTransport = URLSessionTransport.shared
    ) {
        let endpoint = GeminiEndpoint(baseURL: baseURL)
        self.name = name
        client = ProviderClient(
            name: name, format: GeminiFormat(showsThoughts: showsThoughts),
            endpoint: ProviderEndpoint(
                baseURL: endpoint.baseURL, key: key, keyField: endpoint.keyField, headers: [:], transport: transport))
    }

    /// Returns the time for which a thinking model may be silent. A summary of thoughts, too, comes only after a while.
    public func expectedSilence(for request: ChatRequest) -> Duration? {
        let thinking = GeminiModelTraits(modelID: name).thinking
        guard thinking.isOn(effort: request.options.reasoningEffort) else { return nil }
        return client.format.showsThoughts ? .seconds(20) : .seconds(120)
    }

    /// Asks the provider once.
    public func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        try await client.respond(to: request, context: context)
    }
}
