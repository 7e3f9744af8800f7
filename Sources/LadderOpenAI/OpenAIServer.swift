public import LadderHTTP
public import LadderJSON

/// A server that speaks OpenAI's chat completions: where it is, and what it wants beside that.
public struct OpenAIServer: Sendable {
    /// The URL before `/chat/completions`.
    public var baseURL: String
    /// The key where the caller gives none.
    public var key: APIKey
    /// The header field of the key.
    public var keyField = "authorization"
    /// The text before the key in its header field.
    public var keyPrefix = "Bearer "
    /// More header fields of every request, such as the organisation.
    public var headers: [String: String] = [:]
    /// More fields of every body.
    public var extraBody: [String: JSONValue] = [:]

    /// Creates a server from its URL.
    public init(baseURL: String, key: APIKey = .none) {
        self.baseURL = baseURL
        self.key = key
    }

    /// OpenAI itself, with the key in `OPENAI_API_KEY`.
    public static let openAI = OpenAIServer(
        baseURL: "https://api.openai.com/v1", key: .environment("OPENAI_API_KEY"))

    /// Ollama on this machine.
    public static let ollama = OpenAIServer(baseURL: "http://localhost:11434/v1")
}
