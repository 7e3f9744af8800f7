/// The prices that one model's provider charges for tokens, and the model's limits.
///
/// ```swift
/// if let rates = TokenRates(dollarsPerMillion: "1.25", output: "10.00"),
///     let long = TokenRates(dollarsPerMillion: "2.50", output: "15.00")
/// {
///     let price = ModelPrice(rates, tiers: [PriceTier(aboveInputTokens: 200_000, rates: long)])
///     let cost = price.cost(of: Usage(inputTokens: 200_001, outputTokens: 100))  // all of it at the second rates
/// }
/// ```
///
/// Computing a cost never traps and never gives a negative amount, whatever the counts and prices are.
public struct ModelPrice: Hashable, Sendable {
    /// The prices of calls that no tier applies to.
    public var rates: TokenRates
    /// The prices of such calls at other levels of service; where one is missing, ``rates`` apply.
    public var serviceRates: [ServiceTier: TokenRates]
    /// The prices of calls with a long input, in any order.
    public var tiers: [PriceTier]
    /// The largest number of input tokens in one call, or nil when it is unknown.
    ///
    /// No cost depends on it.
    public var contextWindow: Int?
    /// The largest number of output tokens in one call, or nil when it is unknown.
    ///
    /// No cost depends on it.
    public var maximumOutputTokens: Int?

    /// Creates the price of a model from its rates and, where they are known, its limits.
    public init(
        _ rates: TokenRates, serviceRates: [ServiceTier: TokenRates] = [:], tiers: [PriceTier] = [],
        contextWindow: Int? = nil, maximumOutputTokens: Int? = nil
    ) {
        self.rates = rates
        self.serviceRates = serviceRates
        self.tiers = tiers
        self.contextWindow = contextWindow
        self.maximumOutputTokens = maximumOutputTokens
    }
}
