import LadderCore

/// The options of `playground chat`.
struct ChatInvocation {
    /// The name of the model with the prefix of its client, such as `anthropic/claude-haiku-4-5`; nil takes the first
    /// client that has a key.
    let model: String?
    /// The URL of a server that speaks OpenAI's chat completions.
    let baseURL: String?
    /// The environment variable that holds the key for ``baseURL``.
    let keyVariable: String?
    /// The instructions for the model.
    let system: String?
    /// The store of the cache; nil for one in memory.
    let store: (any CacheStore)?
    /// The questions to ask instead of those from the standard input.
    let questions: [String]
}
