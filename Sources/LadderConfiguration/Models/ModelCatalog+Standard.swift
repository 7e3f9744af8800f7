import LadderAnthropic
import LadderCore
import LadderGemini
import LadderHTTP
import LadderOpenAI

extension ModelCatalog {
    /// The clients of Ladder by their usual prefixes, with OpenAI's as the default.
    ///
    /// | prefix | client | key |
    /// |---|---|---|
    /// | `openai/` | OpenAI | `OPENAI_API_KEY` |
    /// | `anthropic/` | Anthropic | `ANTHROPIC_API_KEY` |
    /// | `gemini/` | Gemini | `GEMINI_API_KEY` |
    /// | `azure/` | OpenAI's at the URL of your resource | `AZURE_OPENAI_API_KEY` |
    /// | `deepseek/` | OpenAI's at DeepSeek | `DEEPSEEK_API_KEY` |
    /// | `groq/` | OpenAI's at Groq | `GROQ_API_KEY` |
    /// | `mistral/` | OpenAI's at Mistral | `MISTRAL_API_KEY` |
    /// | `openrouter/` | OpenAI's at OpenRouter | `OPENROUTER_API_KEY` |
    /// | `together/` | OpenAI's at Together | `TOGETHER_API_KEY` |
    /// | `xai/` | OpenAI's at xAI | `XAI_API_KEY` |
    /// | `llamacpp/` | OpenAI's at `localhost:8080` | none |
    /// | `ollama/` | OpenAI's at `localhost:11434` | none |
    /// | `vllm/` | OpenAI's at `localhost:8000` | none |
    public static let standard: ModelCatalog = {
        var catalog = ModelCatalog()
        for host in CompatibleHost.all {
            catalog.add(host.prefix, isDefault: host.prefix == "openai") { asked in
                OpenAIModel(
                    asked.modelID, server: try host.server(for: asked), key: asked.key, transport: asked.transport)
            }
        }
        catalog.add("anthropic") { asked in
            try asked.refuseBaseURL()
            return AnthropicModel(
                asked.modelID, key: asked.key ?? .environment("ANTHROPIC_API_KEY"), transport: asked.transport)
        }
        catalog.add("gemini") { asked in
            try asked.refuseBaseURL()
            return GeminiModel(
                asked.modelID, key: asked.key ?? .environment("GEMINI_API_KEY"), transport: asked.transport)
        }
        return catalog
    }()
}

extension RequestedModel {
    fileprivate func refuseBaseURL() throws {
        guard baseURL == nil else {
            throw ConfigurationError(problems: ["the client of \"\(modelID)\" takes no baseURL"])
        }
    }
}
