/// The tokens that one answer used, counted in one way for every provider.
///
/// Providers count differently: OpenAI's prompt tokens include the cached ones, Anthropic's input tokens leave them
/// out, Gemini counts thoughts beside the answer. A model converts to this one meaning: the parts are part of the whole.
///
/// ```swift
/// let usage = Usage(inputTokens: 1_000, outputTokens: 200, cacheReadTokens: 400)
/// let cost = PriceBook.builtIn.cost(of: usage, model: "gpt-4o")  // $0.004
/// ```
///
/// Nothing is checked here: a provider may send absurd counts. Code that computes with them clamps and saturates.
public struct Usage: Hashable, Sendable {
    /// The number of tokens that were read, including the cached parts below.
    public var inputTokens: Int
    /// The number of tokens that were written, including reasoning.
    public var outputTokens: Int
    /// The part of ``inputTokens`` that was read from the provider's prompt cache.
    public var cacheReadTokens: Int
    /// The part of ``inputTokens`` that was written to the provider's prompt cache for 5 minutes.
    public var cacheWriteTokens: Int
    /// The part of ``inputTokens`` that was written to the provider's prompt cache for 1 hour.
    public var longCacheWriteTokens: Int
    /// The part of ``outputTokens`` that was spent on reasoning.
    public var reasoningTokens: Int
    /// Whether the counts are Ladder's estimate, because the provider sent none.
    public var isEstimated: Bool

    /// Creates the counts of one answer, zero unless given.
    public init(
        inputTokens: Int = 0, outputTokens: Int = 0, cacheReadTokens: Int = 0, cacheWriteTokens: Int = 0,
        longCacheWriteTokens: Int = 0, reasoningTokens: Int = 0, isEstimated: Bool = false
    ) {
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
        self.cacheReadTokens = cacheReadTokens
        self.cacheWriteTokens = cacheWriteTokens
        self.longCacheWriteTokens = longCacheWriteTokens
        self.reasoningTokens = reasoningTokens
        self.isEstimated = isEstimated
    }
}
