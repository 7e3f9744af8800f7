/// What one token costs, by what is done with it.
///
/// Prices are published in dollars per million tokens and held per token, exactly.
///
/// ```swift
/// let rates = TokenRates(dollarsPerMillion: "3.00", output: "15.00", cacheRead: "0.30", cacheWrite: "3.75")
/// ```
public struct TokenRates: Hashable, Sendable {
    /// The price of a token read fresh.
    public var input: Money
    /// The price of a token written, be it answer or reasoning.
    public var output: Money
    /// The price of a token read from the provider's prompt cache.
    public var cacheRead: Money
    /// The price of a token written to that cache for 5 minutes.
    public var cacheWrite: Money
    /// The price of a token written to that cache for 1 hour.
    public var longCacheWrite: Money

    /// Prices per token.
    ///
    /// Where no cache prices are given, reading and writing it costs as much as fresh input, and the long write as
    /// much as the short one.
    public init(
        input: Money, output: Money, cacheRead: Money? = nil, cacheWrite: Money? = nil, longCacheWrite: Money? = nil
    ) {
        self.input = input
        self.output = output
        self.cacheRead = cacheRead ?? input
        self.cacheWrite = cacheWrite ?? input
        self.longCacheWrite = longCacheWrite ?? self.cacheWrite
    }

    /// Prices in dollars per million tokens, as price lists print them: `2.50`.
    ///
    /// Nil when one of them is no number of at most six decimals.
    public init?(
        dollarsPerMillion input: String, output: String, cacheRead: String? = nil, cacheWrite: String? = nil,
        longCacheWrite: String? = nil
    ) {
        let texts = [input, output, cacheRead ?? input, cacheWrite ?? input, longCacheWrite ?? cacheWrite ?? input]
        let prices = texts.compactMap { Money(dollarsPerMillion: $0) }
        guard prices.count == texts.count else { return nil }
        self.init(
            input: prices[0], output: prices[1], cacheRead: prices[2], cacheWrite: prices[3], longCacheWrite: prices[4])
    }

    /// What is wrong with these prices, such as `input is -$0.01; allowed $0.00 or more`.
    public var problems: [String] {
        let all = [
            ("input", input), ("output", output), ("cacheRead", cacheRead), ("cacheWrite", cacheWrite),
            ("longCacheWrite", longCacheWrite),
        ]
        return all.filter { $0.1 < .zero }.map { "\($0.0) is \($0.1); allowed \(Money.zero) or more" }
    }
}

extension Money {
    /// The price of one token, from the price of a million; nil when that is not exact.
    init?(dollarsPerMillion text: String) {
        // A millionth of a dollar per million tokens is one pico-dollar per token.
        guard let price = FixedPoint.parse(text, decimals: 6) else { return nil }
        picodollars = price
    }

    /// The price of a million, from the price of one token.
    var dollarsPerMillion: String {
        (picodollars < 0 ? "-" : "") + FixedPoint.text(picodollars.magnitude, decimals: 6)
    }
}
