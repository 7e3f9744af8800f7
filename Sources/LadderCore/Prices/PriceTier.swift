/// The prices of calls with a long input.
///
/// A tier applies to every token of a call whose input exceeds the threshold, not only to the tokens beyond it.
public struct PriceTier: Hashable, Sendable {
    /// The number of input tokens, cached ones included, that a call must exceed.
    public var aboveInputTokens: Int
    /// The prices of such a call.
    public var rates: TokenRates
    /// The prices of such a call at other levels of service; where one is missing, ``rates`` apply.
    public var serviceRates: [ServiceTier: TokenRates]

    /// Creates the prices of calls with more than `aboveInputTokens` input tokens.
    public init(aboveInputTokens: Int, rates: TokenRates, serviceRates: [ServiceTier: TokenRates] = [:]) {
        self.aboveInputTokens = aboveInputTokens
        self.rates = rates
        self.serviceRates = serviceRates
    }
}
