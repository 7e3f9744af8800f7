public import LadderHTTP
public import LadderJSON

/// A server that speaks OpenAI's chat completions: where it is, and what it wants beside that.
///
/// ```swift
/// import LadderHTTP
/// import LadderOpenAI
///
/// var gateway = OpenAIServer(baseURL: "https://llm.example.com/v1", key: .environment("GATEWAY_KEY"))
/// gateway.headers = ["x-team": "search"]
/// let model = OpenAIModel("gpt-4o", server: gateway)
/// print(model.name)
/// ```
public struct OpenAIServer: Sendable {
    /// The URL before `/chat/completions`, with or without a slash at its end.
    public var baseURL: String
    /// The query of every URL, such as `api-version=2024-10-21`; empty for none.
    public var query = ""
    /// The key where the caller gives none.
    public var key: APIKey
    /// The header field of the key.
    public var keyField = "authorization"
    /// The text before the key in its header field.
    public var keyPrefix = "Bearer "
    /// More header fields of every request, such as `openai-organization`.
    public var headers: [String: String] = [:]
    /// More fields of every body. Those of a request's `options.extra` replace them.
    public var extraBody: [String: JSONValue] = [:]
    /// The field that limits the length of an answer.
    public var lengthField = LengthField.byModel
    /// Whether a stream is asked for the tokens it used.
    public var asksForStreamUsage = true
    /// The name of the field for the seed; nil where the server has none.
    public var seedField: String? = "seed"
    /// Whether the reasoning of earlier turns is sent back, which some servers require within a tool loop.
    public var returnsReasoning = false
    /// Whether the server runs on this machine.
    public var isLocal = false

    /// The name of the field that limits the length of an answer.
    public enum LengthField: Hashable, Sendable {
        /// `max_completion_tokens` for models that are known to require it, else `max_tokens`.
        case byModel
        /// `max_tokens`, which most servers know.
        case maxTokens
        /// `max_completion_tokens`, the newer name.
        case maxCompletionTokens
    }

    /// Creates a server from its URL.
    public init(baseURL: String, key: APIKey = .none) {
        self.baseURL = baseURL
        self.key = key
    }
}
