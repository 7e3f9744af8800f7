extension ProviderErrorSentence {
    /// All sentences that decide, where the body has no code of its own. The first that matches decides.
    ///
    /// A message can echo a prompt. A sentence whose meaning opens a circuit is therefore compared only with the
    /// beginning of the message.
    static let all = quota + access + model + content + window

    private static let quota = [
        // Anthropic.
        ProviderErrorSentence(.quotaExhausted, on: [400], start: "your credit balance is too low"),
        ProviderErrorSentence(
            .quotaExhausted, on: [400, 429], start: "you have reached your ", parts: ["api usage limits"]),
        // xAI.
        ProviderErrorSentence(
            .quotaExhausted, on: [403, 429], start: "your team ", parts: ["used all available credits"]),
        // Bedrock, Cohere, GitHub Models, OpenRouter: the same code, or none, for a limit per minute.
        ProviderErrorSentence(.quotaExhausted, on: [429], start: "too many tokens per day"),
        ProviderErrorSentence(
            .quotaExhausted, on: [429], start: "you are using a trial key", parts: ["api calls / month"]),
        ProviderErrorSentence(.quotaExhausted, on: [429], start: "rate limit of ", parts: ["per 86400s exceeded"]),
        ProviderErrorSentence(.quotaExhausted, on: [429], start: "rate limit exceeded: free-models-per-day"),
        ProviderErrorSentence(.quotaExhausted, on: [402, 403], start: "key limit exceeded"),
        // Ollama's cloud: the hour, the session, the week.
        ProviderErrorSentence(.quotaExhausted, on: [429], start: "you", parts: ["reached your ", " usage limit"]),
        // Fireworks, Azure's gateway, DeepSeek and Z.ai, LiteLLM's proxy.
        ProviderErrorSentence(.quotaExhausted, on: [412], start: "account ", parts: ["is suspended"]),
        ProviderErrorSentence(.quotaExhausted, on: [403], start: "out of call volume quota"),
        ProviderErrorSentence(.quotaExhausted, on: [400, 429], start: "insufficient balance"),
        ProviderErrorSentence(.quotaExhausted, on: [400, 401, 429], start: "budget has been exceeded"),
        ProviderErrorSentence(.quotaExhausted, on: [400, 401, 429], start: "exceededbudget:"),
    ]

    private static let access = [
        // xAI, Gemini, Anthropic: wrong keys and closed accounts that are a 400.
        ProviderErrorSentence(.unauthorized, on: [400], start: "incorrect api key provided"),
        ProviderErrorSentence(.unauthorized, on: [400], start: "api key not valid"),
        ProviderErrorSentence(.unauthorized, on: [400], start: "this organization has been disabled"),
    ]

    private static let model = [
        // OpenAI's many followers, Ollama, xAI.
        ProviderErrorSentence(.modelNotFound, on: [404], parts: ["model", "not found"]),
        ProviderErrorSentence(.modelNotFound, on: [404], parts: ["model", "does not exist"]),
        // OpenRouter.
        ProviderErrorSentence(.modelNotFound, on: [404], start: "no endpoints found"),
        ProviderErrorSentence(.modelNotFound, on: [400], parts: ["is not a valid model id"]),
        // DeepSeek, Perplexity, LiteLLM's proxy.
        ProviderErrorSentence(.modelNotFound, on: [400], start: "model not exist"),
        ProviderErrorSentence(.modelNotFound, on: [400], start: "invalid model "),
        ProviderErrorSentence(.modelNotFound, on: [400], parts: ["invalid model name passed in model="]),
        // Bedrock.
        ProviderErrorSentence(.modelNotFound, on: [400], start: "the provided model identifier is invalid"),
        ProviderErrorSentence(
            .modelNotFound, on: [400], start: "invocation of model id ", parts: ["on-demand throughput"]),
        // Azure, for a deployment that has no capacity left.
        ProviderErrorSentence(.overloaded, on: [429], start: "the system is currently experiencing high demand"),
        // llama.cpp, for arguments that the model wrote.
        ProviderErrorSentence(.invalidOutput, on: [500], start: "failed to parse tool call arguments as json"),
    ]

    private static let content = [
        // Anthropic, OpenAI, DeepSeek, xAI, LiteLLM's proxy.
        ProviderErrorSentence(.contentFiltered, on: [400], start: "output blocked by content filtering policy"),
        ProviderErrorSentence(.contentFiltered, on: [400], start: "invalid prompt: your prompt was flagged"),
        ProviderErrorSentence(.contentFiltered, on: [400], start: "content exists risk"),
        ProviderErrorSentence(.contentFiltered, on: [400, 403], start: "content violates usage guidelines"),
        ProviderErrorSentence(.contentFiltered, on: [400], start: "litellm.contentpolicyviolationerror"),
    ]

    private static let window =
        [
            "maximum context length", "exceed context limit", "is longer than the model's context length",
            "prompt is too long", "prompt too long", "input tokens exceed the configured limit",
            "exceeds the maximum number of tokens allowed", "exceeds the available context size",
            "exceeds the context window", "exceed context window of", "exceeds the context length",
            "greater than the context length", "longer than the maximum model length", "maximum prompt length is",
            "exceeded model token limit", "context window exceeds limit", "contextwindowexceedederror",
            "exceeds the maximum allowed input length", "input is too long for requested model",
            "range of input length should be", "`inputs` must have less than",
            "`inputs` tokens + `max_new_tokens` must be", "total number of tokens in the prompt cannot exceed",
        ]
        .map { ProviderErrorSentence(.contextTooLong, on: [400, 403, 413, 422], parts: [$0]) }
        + [
            // Cohere.
            ProviderErrorSentence(
                .contextTooLong, on: [400], start: "too many tokens:", parts: ["size limit exceeded by"]),
            // llama.cpp, when the window fills up while it answers.
            ProviderErrorSentence(.contextTooLong, on: [500], start: "context size has been exceeded"),
        ]
}
