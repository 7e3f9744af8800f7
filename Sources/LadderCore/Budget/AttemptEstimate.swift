/// The inputs from which the worst case of one attempt follows, before the model is asked.
public struct AttemptEstimate: Hashable, Sendable {
    /// The logical name of the model.
    public var model: String
    /// The id of the target that is asked.
    public var target: String
    /// The tenant, user and feature that pay.
    public var scope: CallScope
    /// The estimated number of tokens in the request.
    public var inputTokens: Int
    /// The largest number of tokens that the answer may have, or that is assumed where the request sets no maximum.
    public var maximumResponseTokens: Int
    /// The price of the model; nil where it is unknown.
    public var price: ModelPrice?

    /// Creates an estimate; negative numbers of tokens count as zero.
    public init(
        model: String, target: String? = nil, scope: CallScope = CallScope(), inputTokens: Int,
        maximumResponseTokens: Int, price: ModelPrice? = nil
    ) {
        self.model = model
        self.target = target ?? model
        self.scope = scope
        self.inputTokens = max(0, inputTokens)
        self.maximumResponseTokens = max(0, maximumResponseTokens)
        self.price = price
    }

    /// The most that the attempt should use: every token at the highest rate, and the answer as long as it may be. The
    /// money is nil where the price is unknown.
    public var worst: TokenSpend {
        TokenSpend(
            tokens: inputTokens.saturatingAdding(maximumResponseTokens),
            money: price?.worstCost(inputTokens: inputTokens, maximumOutputTokens: maximumResponseTokens))
    }
}
