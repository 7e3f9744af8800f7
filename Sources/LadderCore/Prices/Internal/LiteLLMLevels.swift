import LadderJSON

/// The token prices of one entry of LiteLLM's price map, as far as the entry states them.
struct LiteLLMLevels {
    typealias Prices = [LiteLLMField.Token: Money]

    /// The prices of one tier: of the standard service, and what differs at other levels of service.
    private struct Level {
        var standard: Prices = [:]
        var services: [ServiceTier: Prices] = [:]
    }

    /// The levels by the number of input tokens that a call must exceed.
    private var levels: [Int: Level] = [:]

    /// Adds all token prices among the members of an object; `threshold` counts where a field's name has none.
    mutating func add(_ json: JSONValue, threshold: Int) throws(LiteLLMFault) {
        for (name, value) in json.object ?? [:] where !value.isNull {
            guard let field = LiteLLMField(name) else { continue }
            guard let price = Self.price(value) else { throw LiteLLMFault(.invalidPrice) }
            // LiteLLM writes 0 where a provider charges a cache write as plain input.
            if price == .zero, field.token == .cacheWrite || field.token == .longCacheWrite { continue }
            // Two fields may state one price, such as that of a cache write for 1 hour and for 12: the higher one
            // counts.
            var level = levels[field.threshold ?? threshold] ?? Level()
            if let service = field.service {
                level.services[service, default: [:]].merge([field.token: price], uniquingKeysWith: max)
            } else {
                level.standard.merge([field.token: price], uniquingKeysWith: max)
            }
            levels[field.threshold ?? threshold] = level
        }
    }

    /// The price of the model, or nil when input or output has none.
    var price: ModelPrice? {
        var standard: Prices = [:]
        var tiers: [PriceTier] = []
        for (threshold, level) in levels.sorted(by: { $0.key < $1.key }) {
            standard.merge(level.standard) { $1 }
            // A reasoning price that only repeats the output price must follow it in tiers and service tiers.
            if let reasoning = level.standard[.reasoning], reasoning == level.standard[.output] {
                standard[.reasoning] = nil
            }
            guard let rates = TokenRates(standard) else { return nil }
            let services = level.services.compactMapValues { TokenRates(standard.merging($0) { $1 }) }
            tiers.append(PriceTier(aboveInputTokens: threshold, rates: rates, serviceRates: services))
        }
        guard let base = tiers.first, base.aboveInputTokens == 0 else { return nil }
        return ModelPrice(base.rates, serviceRates: base.serviceRates, tiers: Array(tiers.dropFirst()))
    }

    /// Reads dollars per token. The largest price in the map is below a tenth of the bound.
    private static func price(_ value: JSONValue) -> Money? {
        guard let dollars = value.double, (0...0.01).contains(dollars) else { return nil }
        return Money(dollars: dollars)
    }
}

extension TokenRates {
    fileprivate init?(_ prices: LiteLLMLevels.Prices) {
        guard let input = prices[.input], let output = prices[.output] else { return nil }
        self.init(
            input: input, output: output, reasoning: prices[.reasoning], cacheRead: prices[.cacheRead],
            cacheWrite: prices[.cacheWrite], longCacheWrite: prices[.longCacheWrite])
    }
}
