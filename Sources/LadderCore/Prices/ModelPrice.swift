/// What one model charges for its tokens.
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
/// Computing a cost never traps and never gives less than nothing, whatever the counts and prices are.
public struct ModelPrice: Hashable, Sendable {
    /// What a token costs below every tier.
    public var rates: TokenRates
    /// What it costs in a batch, nil when there is no other price for that.
    public var batch: TokenRates?
    /// The prices of calls that read much, in any order.
    public var tiers: [PriceTier]

    /// Prices below every tier, in a batch, and in tiers.
    public init(_ rates: TokenRates, batch: TokenRates? = nil, tiers: [PriceTier] = []) {
        self.rates = rates
        self.batch = batch
        self.tiers = tiers
    }

    /// What is wrong with this price, such as `tiers[0].aboveInputTokens is 0; allowed 1 or more`.
    public var problems: [String] {
        var problems = rates.problems + (batch?.problems ?? []).map { "batch.\($0)" }
        for (index, tier) in tiers.enumerated() {
            let place = "tiers[\(index)]"
            if tier.aboveInputTokens < 1 {
                problems.append("\(place).aboveInputTokens is \(tier.aboveInputTokens); allowed 1 or more")
            }
            if tiers[..<index].contains(where: { $0.aboveInputTokens == tier.aboveInputTokens }) {
                problems.append("\(place).aboveInputTokens is \(tier.aboveInputTokens), like another tier's")
            }
            problems += tier.rates.problems.map { "\(place).\($0)" }
            problems += (tier.batch?.problems ?? []).map { "\(place).batch.\($0)" }
        }
        return problems
    }
}
