extension ModelPrice {
    /// Returns the cost of a call at a level of service, nil for the standard one.
    ///
    /// The highest tier that the input exceeds sets the price of every token. Parts that exceed the whole, which only
    /// a wrong count can do, are charged all the same; negative counts are charged as zero.
    public func cost(of usage: Usage, serviceTier: ServiceTier? = nil) -> Money {
        let cacheRead = max(0, usage.cacheReadTokens)
        let cacheWrite = max(0, usage.cacheWriteTokens)
        let longCacheWrite = max(0, usage.longCacheWriteTokens)
        let cached = cacheRead.saturatingAdding(cacheWrite).saturatingAdding(longCacheWrite)
        let input = max(cached, usage.inputTokens)
        let output = max(0, usage.outputTokens, usage.reasoningTokens)
        let reasoning = max(0, usage.reasoningTokens)
        let rates = rates(inputTokens: input, serviceTier: serviceTier)
        return rates.input.charged(for: input - cached) + rates.cacheRead.charged(for: cacheRead)
            + rates.cacheWrite.charged(for: cacheWrite) + rates.longCacheWrite.charged(for: longCacheWrite)
            + rates.output.charged(for: output - reasoning) + rates.reasoning.charged(for: reasoning)
    }

    /// Returns the highest possible cost of a call with at most this many tokens: the amount to reserve before it.
    ///
    /// It is never less than the cost of what the call then uses at the same level of service. Every token has the
    /// highest rate of the highest tier, input as if all of it were written to the provider's cache, output as if all
    /// of it were reasoning. The tier is not derived from `inputTokens`: token counts before a call are estimates, and
    /// a call that lands in a higher tier than estimated is charged at that tier from its first token.
    public func worstCost(inputTokens: Int, maximumOutputTokens: Int, serviceTier: ServiceTier? = nil) -> Money {
        var input = Money.zero
        var output = Money.zero
        func include(_ rates: TokenRates) {
            input = max(input, rates.input, rates.cacheRead, rates.cacheWrite, rates.longCacheWrite)
            output = max(output, rates.output, rates.reasoning)
        }
        include(rates(inputTokens: 0, serviceTier: serviceTier))
        for tier in tiers { include(tier.rates(for: serviceTier)) }
        return input.charged(for: inputTokens) + output.charged(for: maximumOutputTokens)
    }

    private func rates(inputTokens: Int, serviceTier: ServiceTier?) -> TokenRates {
        let exceeded = tiers.lazy.filter { $0.aboveInputTokens < inputTokens }
        if let tier = exceeded.max(by: { $0.aboveInputTokens < $1.aboveInputTokens }) {
            return tier.rates(for: serviceTier)
        }
        return serviceTier.flatMap { serviceRates[$0] } ?? rates
    }
}

extension PriceTier {
    fileprivate func rates(for serviceTier: ServiceTier?) -> TokenRates {
        serviceTier.flatMap { serviceRates[$0] } ?? rates
    }
}

extension Money {
    /// The price of `count` tokens at this rate, never negative.
    fileprivate func charged(for count: Int) -> Money {
        max(self, .zero).multiplied(by: max(0, count))
    }
}
