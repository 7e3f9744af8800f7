/// Other prices for calls that read much.
///
/// A tier applies to every token of a call that reads more than its threshold, not only to those beyond it.
public struct PriceTier: Hashable, Sendable {
    /// The tier applies to calls that read more tokens than this, cached ones included.
    public var aboveInputTokens: Int
    /// What a token of such a call costs.
    public var rates: TokenRates
    /// What it costs in a batch, nil when there is no other price for that.
    public var batch: TokenRates?

    /// The prices of calls that read more than `aboveInputTokens` tokens.
    public init(aboveInputTokens: Int, rates: TokenRates, batch: TokenRates? = nil) {
        self.aboveInputTokens = aboveInputTokens
        self.rates = rates
        self.batch = batch
    }
}
