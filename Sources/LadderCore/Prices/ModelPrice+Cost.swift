extension ModelPrice {
    /// What a call cost.
    ///
    /// Parts that exceed the whole, which only a wrong count can do, are charged all the same; negative counts are
    /// nothing.
    public func cost(of usage: Usage, isBatch: Bool = false) -> Money {
        let read = max(0, usage.cacheReadTokens)
        let written = max(0, usage.cacheWriteTokens)
        let writtenLong = max(0, usage.longCacheWriteTokens)
        let cached = Int(clamping: Int64(read).saturatingAdding(Int64(written)).saturatingAdding(Int64(writtenLong)))
        let input = max(cached, usage.inputTokens)
        let output = max(0, usage.outputTokens, usage.reasoningTokens)
        let rates = rates(ofCallReading: input, isBatch: isBatch)
        return rates.input.charged(input - cached) + rates.output.charged(output) + rates.cacheRead.charged(read)
            + rates.cacheWrite.charged(written) + rates.longCacheWrite.charged(writtenLong)
    }

    /// The most a call can cost that reads and writes no more tokens than this: what to hold before it is made.
    ///
    /// Every token is priced at the dearest rate of the dearest tier, input as if all of it were written to the
    /// provider's cache. Token counts before a call are estimates, and one that lands in a higher tier than foreseen
    /// is charged at that tier from its first token: so the tier is never guessed.
    public func worstCost(inputTokens: Int, maximumOutputTokens: Int) -> Money {
        var input = Money.zero
        var output = Money.zero
        func consider(_ rates: TokenRates?) {
            guard let rates else { return }
            input = max(input, rates.input, rates.cacheRead, rates.cacheWrite, rates.longCacheWrite)
            output = max(output, rates.output)
        }
        consider(rates)
        consider(batch)
        for tier in tiers {
            consider(tier.rates)
            consider(tier.batch)
        }
        return input.charged(inputTokens) + output.charged(maximumOutputTokens)
    }

    private func rates(ofCallReading input: Int, isBatch: Bool) -> TokenRates {
        var tier: PriceTier?
        for candidate in tiers where candidate.aboveInputTokens < input {
            if candidate.aboveInputTokens >= tier?.aboveInputTokens ?? .min { tier = candidate }
        }
        if isBatch, let batch = tier.map(\.batch) ?? batch { return batch }
        return tier?.rates ?? rates
    }
}

extension Money {
    /// The price of `count` tokens at this rate, never below nothing.
    fileprivate func charged(_ count: Int) -> Money {
        max(self, .zero).multiplied(by: max(0, count))
    }
}
