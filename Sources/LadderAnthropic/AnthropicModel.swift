public import LadderCore
public import LadderHTTP

/// A model of Anthropic, or behind a gateway that speaks its messages interface.
///
/// ```swift
/// import LadderAnthropic
///
/// let claude = AnthropicModel("claude-sonnet-4-5", cachesPrompt: true)
/// let answers = try Pipeline(model: claude) { Retry() }
/// print(answers.models.count)
/// ```
///
/// It sends whole and streamed requests with pictures, PDF files, tools and schemas, and keeps the thinking blocks with
/// which a model continues its tool loop. What a model refuses is left out and noted in the trace.
///
/// Anthropic requires a maximum length of each answer. It is the request's `maximumResponseTokens`, else the model's own
/// maximum from `PriceBook.builtIn`, else 4,096 tokens. Thinking counts towards it.
public struct AnthropicModel: ChatModel {
    /// The logical name by which requests ask for the model, and the provider's name of it.
    public let name: String

    private let client: ProviderClient<AnthropicFormat>

    /// Creates a model.
    ///
    /// - Parameters:
    ///   - name: The provider's name of the model. A router can ask it for others by `Target.modelID`.
    ///   - key: The API key.
    ///   - baseURL: The URL before `/v1/messages`, with or without `/v1` at its end.
    ///   - cachesPrompt: Whether requests mark the part of the prompt that stays the same from one question to the next
    ///     (tools, system prompt, earlier messages), so that the provider caches it. Writing to the cache costs more than
    ///     usual input, reading from it much less.
    ///   - showsThinking: Whether models that think send summaries of it. Without them a thinking model is silent, and
    ///     the standard time limits wait longer for it.
    ///   - sendsBearerToken: Whether the key is sent as `authorization: Bearer …`, as many gateways want it, instead of
    ///     as `x-api-key`.
    ///   - headers: More header fields of each request, such as `anthropic-beta`.
    ///   - transport: The way to send requests.
    public init(
        _ name: String, key: APIKey = .environment("ANTHROPIC_API_KEY"),
        baseURL: String = "https://api.anthropic.com", cachesPrompt: Bool = false, showsThinking: Bool = true,
        sendsBearerToken: Bool = false, headers: [String: String] = [:],
        transport: any HTTPTransport = URLSessionTransport.shared
    ) {
        self.name = name
        client = ProviderClient(
            name: name, format: AnthropicFormat(cachesPrompt: cachesPrompt, showsThinking: showsThinking),
            endpoint: ProviderEndpoint(
                baseURL: Self.withoutVersion(baseURL), key: key,
                keyField: sendsBearerToken ? ("authorization", "Bearer ") : ("x-api-key", ""),
                headers: ["anthropic-version": "2023-06-01"].merging(headers) { _, own in own }, transport: transport))
    }

    /// Returns how long the model may be silent while it thinks: longer where it sends no summaries of its thinking.
    public func expectedSilence(for request: ChatRequest) -> Duration? {
        let plan = ThinkingPlan(
            of: request, modelID: name, traits: AnthropicModelTraits(modelID: name),
            showsThinking: client.format.showsThinking)
        guard plan.isThinking else { return nil }
        return client.format.showsThinking ? .seconds(20) : .seconds(120)
    }

    /// Asks the provider once.
    public func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        try await client.respond(to: request, context: context)
    }

    private static func withoutVersion(_ url: String) -> String {
        let base = url.withoutTrailingSlashes
        return base.hasSuffix("/v1") ? String(base.dropLast("/v1".count)) : base
    }
}
