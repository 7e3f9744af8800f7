import LadderCore
import LadderHTTP
import LadderOpenAI

/// A server that speaks OpenAI's interface, as a row of the standard catalog.
struct CompatibleHost: Sendable {
    let prefix: String
    private let server: OpenAIServer
    /// Whether each customer has a URL of its own.
    private let needsBaseURL: Bool

    private init(_ prefix: String, server: OpenAIServer, needsBaseURL: Bool = false) {
        self.prefix = prefix
        self.server = server
        self.needsBaseURL = needsBaseURL
    }

    static let all: [CompatibleHost] = [
        CompatibleHost("azure", server: .azure(resource: "example"), needsBaseURL: true),
        CompatibleHost("deepseek", server: .deepSeek),
        CompatibleHost("groq", server: .groq),
        CompatibleHost("llamacpp", server: .llamaCpp),
        CompatibleHost("mistral", server: .mistral),
        CompatibleHost("ollama", server: .ollama),
        CompatibleHost("openai", server: .openAI),
        CompatibleHost("openrouter", server: .openRouter),
        CompatibleHost("together", server: .together),
        CompatibleHost("vllm", server: .vLLM),
        CompatibleHost("xai", server: .xAI),
    ]

    /// Returns the server to ask for a model.
    func server(for asked: RequestedModel) throws(ConfigurationError) -> OpenAIServer {
        var server = server
        guard let baseURL = asked.baseURL else {
            guard !needsBaseURL else {
                throw ConfigurationError(
                    problems: [
                        "the model \"\(prefix)/\(asked.modelID)\" needs a baseURL, such as \"\(server.baseURL)\""
                    ])
            }
            return server
        }
        server.baseURL = baseURL
        // The usual key is for the host's own server: it must not travel to another one unasked.
        if !needsBaseURL { server.key = .none }
        return server
    }
}
