public import LadderHTTP

extension OpenAIServer {
    /// OpenAI itself, with the key in `OPENAI_API_KEY`.
    public static let openAI = OpenAIServer(
        baseURL: "https://api.openai.com/v1", key: .environment("OPENAI_API_KEY"))

    /// OpenAI, for one organisation and project.
    public static func openAI(organization: String?, project: String? = nil) -> OpenAIServer {
        var server = openAI
        if let organization { server.headers["openai-organization"] = organization }
        if let project { server.headers["openai-project"] = project }
        return server
    }

    /// Azure OpenAI at the URL of your resource, with the key in `AZURE_OPENAI_API_KEY`.
    ///
    /// The name of the model is the name of your deployment.
    ///
    /// - Parameters:
    ///   - resource: The name of the resource, which is the first part of its host.
    ///   - key: The key of the resource. For Microsoft Entra, give a token with ``APIKey/expiring(_:)`` and set
    ///     ``keyField`` to `authorization` and ``keyPrefix`` to `Bearer `.
    public static func azure(resource: String, key: APIKey = .environment("AZURE_OPENAI_API_KEY")) -> OpenAIServer {
        var server = OpenAIServer(baseURL: "https://\(resource).openai.azure.com/openai/v1", key: key)
        server.keyField = "api-key"
        server.keyPrefix = ""
        return server
    }

    /// Azure OpenAI by the older URL that names the deployment and the version of the interface.
    public static func azure(
        resource: String, deployment: String, apiVersion: String, key: APIKey = .environment("AZURE_OPENAI_API_KEY")
    ) -> OpenAIServer {
        var server = azure(resource: resource, key: key)
        server.baseURL = "https://\(resource).openai.azure.com/openai/deployments/\(deployment)"
        server.query = "api-version=\(apiVersion)"
        return server
    }

    /// Ollama on this machine.
    public static let ollama = local(port: 11_434)

    /// vLLM on this machine.
    public static let vLLM = local(port: 8_000)

    /// The server of llama.cpp on this machine.
    public static let llamaCpp = local(port: 8_080)

    /// OpenRouter, with the key in `OPENROUTER_API_KEY`.
    public static let openRouter = remote("https://openrouter.ai/api/v1", key: "OPENROUTER_API_KEY")

    /// Groq, with the key in `GROQ_API_KEY`.
    public static let groq = remote("https://api.groq.com/openai/v1", key: "GROQ_API_KEY")

    /// Mistral, with the key in `MISTRAL_API_KEY`.
    public static let mistral: OpenAIServer = {
        var server = remote("https://api.mistral.ai/v1", key: "MISTRAL_API_KEY")
        server.seedField = "random_seed"
        // Its streams state the tokens without being asked, and unknown fields are refused.
        server.asksForStreamUsage = false
        return server
    }()

    /// DeepSeek, with the key in `DEEPSEEK_API_KEY`.
    public static let deepSeek: OpenAIServer = {
        var server = remote("https://api.deepseek.com/v1", key: "DEEPSEEK_API_KEY")
        server.seedField = nil
        server.returnsReasoning = true
        return server
    }()

    /// xAI, with the key in `XAI_API_KEY`.
    public static let xAI = remote("https://api.x.ai/v1", key: "XAI_API_KEY")

    /// Together, with the key in `TOGETHER_API_KEY`.
    public static let together = remote("https://api.together.xyz/v1", key: "TOGETHER_API_KEY")

    private static func remote(_ baseURL: String, key variable: String) -> OpenAIServer {
        var server = OpenAIServer(baseURL: baseURL, key: .environment(variable))
        server.lengthField = .maxTokens
        return server
    }

    private static func local(port: Int) -> OpenAIServer {
        var server = OpenAIServer(baseURL: "http://localhost:\(port)/v1")
        server.lengthField = .maxTokens
        server.isLocal = true
        return server
    }
}
