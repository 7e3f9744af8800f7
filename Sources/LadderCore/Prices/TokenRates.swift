/// The price of one token, by what happens to the token.
///
/// Providers publish prices in dollars per million tokens. They are held per token, exactly.
///
/// ```swift
/// let rates = TokenRates(dollarsPerMillion: "3.00", output: "15.00", cacheRead: "0.30", cacheWrite: "3.75")
/// ```
public struct TokenRates: Hashable, Sendable {
    /// The price of an input token that the provider's prompt cache has no part in.
    public var input: Money
    /// The price of an output token that is part of the answer.
    public var output: Money
    /// The price of an output token that is part of the model's reasoning.
    public var reasoning: Money
    /// The price of an input token read from the provider's prompt cache.
    public var cacheRead: Money
    /// The price of an input token written to that cache for 5 minutes.
    public var cacheWrite: Money
    /// The price of an input token written to that cache for 1 hour.
    public var longCacheWrite: Money

    /// Creates rates from prices per token.
    ///
    /// A price that is not given equals another one: reasoning costs as much as output, reading and writing the
    /// cache as much as input, and the long write as much as the short one.
    public init(
        input: Money, output: Money, reasoning: Money? = nil, cacheRead: Money? = nil, cacheWrite: Money? = nil,
        longCacheWrite: Money? = nil
    ) {
        self.input = input
        self.output = output
        self.reasoning = reasoning ?? output
        self.cacheRead = cacheRead ?? input
        self.cacheWrite = cacheWrite ?? input
        self.longCacheWrite = longCacheWrite ?? self.cacheWrite
    }

    /// Creates rates from prices in dollars per million tokens, written as in price lists: `2.50`.
    ///
    /// The result is nil when a text is not a number with at most six decimals.
    public init?(
        dollarsPerMillion input: String, output: String, reasoning: String? = nil, cacheRead: String? = nil,
        cacheWrite: String? = nil, longCacheWrite: String? = nil
    ) {
        let texts = [
            input, output, reasoning ?? output, cacheRead ?? input, cacheWrite ?? input,
            longCacheWrite ?? cacheWrite ?? input,
        ]
        let prices = texts.compactMap { Money(dollarsPerMillion: $0) }
        guard prices.count == texts.count else { return nil }
        self.init(
            input: prices[0], output: prices[1], reasoning: prices[2], cacheRead: prices[3], cacheWrite: prices[4],
            longCacheWrite: prices[5])
    }
}

extension Money {
    /// Creates the price of one token from the price of a million, or nil when that is not exact.
    init?(dollarsPerMillion text: String) {
        // A millionth of a dollar per million tokens is one pico-dollar per token.
        guard let price = FixedPoint.parse(text, decimals: 6) else { return nil }
        picodollars = price
    }

    /// The price of a million tokens in dollars, where this is the price of one.
    var dollarsPerMillion: String {
        (picodollars < 0 ? "-" : "") + FixedPoint.text(picodollars.magnitude, decimals: 6)
    }
}
