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

    /// The faults of this price, such as `tiers[0].aboveInputTokens is 0; allowed 1 or more`.
    public var problems: [String] {
        var problems = rates.problems + serviceRates.problems
        for (index, tier) in tiers.enumerated() {
            let place = "tiers[\(index)]"
            if tier.aboveInputTokens < 1 {
                problems.append("\(place).aboveInputTokens is \(tier.aboveInputTokens); allowed 1 or more")
            }
            if tiers[..<index].contains(where: { $0.aboveInputTokens == tier.aboveInputTokens }) {
                problems.append("\(place).aboveInputTokens is \(tier.aboveInputTokens), like another tier's")
            }
            problems += (tier.rates.problems + tier.serviceRates.problems).map { "\(place).\($0)" }
        }
        for (name, limit) in [("contextWindow", contextWindow), ("maximumOutputTokens", maximumOutputTokens)] {
            if let limit, limit < 1 { problems.append("\(name) is \(limit); allowed 1 or more") }
        }
        return problems
    }
}

extension [ServiceTier: TokenRates] {
    fileprivate var problems: [String] {
        ServiceTier.allCases.flatMap { tier in
            (self[tier]?.problems ?? []).map { "serviceRates[.\(tier)].\($0)" }
        }
    }
}
