import LadderCore
import LadderHTTP
import LadderOpenAI

/// A server that speaks OpenAI's interface, as a row of the standard catalog.
struct CompatibleHost: Sendable {
    let prefix: String
    /// The URL before `/chat/completions`; nil where each customer has one of its own.
    let baseURL: String?
    /// The environment variable of the key; nil for a server that asks for none.
    let keyVariable: String?
    /// The header field of the key, and the text before it.
    var keyField = (name: "authorization", prefix: "Bearer ")

    static let all: [CompatibleHost] = [
        CompatibleHost(
            prefix: "azure", baseURL: nil, keyVariable: "AZURE_OPENAI_API_KEY", keyField: (name: "api-key", prefix: "")),
        CompatibleHost(
            prefix: "deepseek", baseURL: "https://api.deepseek.com/v1", keyVariable: "DEEPSEEK_API_KEY"),
        CompatibleHost(prefix: "groq", baseURL: "https://api.groq.com/openai/v1", keyVariable: "GROQ_API_KEY"),
        CompatibleHost(prefix: "llamacpp", baseURL: "http://localhost:8080/v1", keyVariable: nil),
        CompatibleHost(prefix: "mistral", baseURL: "https://api.mistral.ai/v1", keyVariable: "MISTRAL_API_KEY"),
        CompatibleHost(prefix: "ollama", baseURL: "http://localhost:11434/v1", keyVariable: nil),
        CompatibleHost(prefix: "openai", baseURL: "https://api.openai.com/v1", keyVariable: "OPENAI_API_KEY"),
        CompatibleHost(
            prefix: "openrouter", baseURL: "https://openrouter.ai/api/v1", keyVariable: "OPENROUTER_API_KEY"),
        CompatibleHost(prefix: "together", baseURL: "https://api.together.xyz/v1", keyVariable: "TOGETHER_API_KEY"),
        CompatibleHost(prefix: "vllm", baseURL: "http://localhost:8000/v1", keyVariable: nil),
        CompatibleHost(prefix: "xai", baseURL: "https://api.x.ai/v1", keyVariable: "XAI_API_KEY"),
    ]

    /// Returns the server to ask for a model.
    func server(for asked: RequestedModel) throws(ConfigurationError) -> OpenAIServer {
        guard let baseURL = asked.baseURL ?? baseURL else {
            throw ConfigurationError(
                problems: [
                    "the model \"\(prefix)/\(asked.modelID)\" needs a baseURL, such as "
                        + "\"https://example.openai.azure.com/openai/v1\""
                ])
        }
        // The usual key is for the host's own server: it must not travel to another one unasked.
        let isOwn = asked.baseURL == nil || self.baseURL == nil
        let usualKey = isOwn ? keyVariable.map { APIKey.environment($0) } : nil
        var server = OpenAIServer(baseURL: baseURL, key: usualKey ?? .none)
        server.keyField = keyField.name
        server.keyPrefix = keyField.prefix
        return server
    }
}
