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
        // A provider's usual key is not sent to another server.
        catalog.add("anthropic") { asked in
            let key = asked.key ?? (asked.baseURL == nil ? .environment("ANTHROPIC_API_KEY") : APIKey.none)
            return AnthropicModel(
                asked.modelID, key: key, baseURL: asked.baseURL ?? "https://api.anthropic.com",
                transport: asked.transport)
        }
        catalog.add("gemini") { asked in
            let key = asked.key ?? (asked.baseURL == nil ? .environment("GEMINI_API_KEY") : APIKey.none)
            return GeminiModel(
                asked.modelID, key: key, baseURL: asked.baseURL ?? "https://generativelanguage.googleapis.com",
                transport: asked.transport)
        }
        return catalog
    }()
}
