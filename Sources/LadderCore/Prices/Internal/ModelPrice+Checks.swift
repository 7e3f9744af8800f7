extension ModelPrice {
    /// Reports what is out of range, with `path` before each name.
    func check(into checks: inout OptionChecks, at path: String) {
        rates.check(into: &checks, at: path)
        serviceRates.check(into: &checks, at: path)
        for (index, tier) in tiers.enumerated() {
            let path = "\(path).tiers[\(index)]"
            let threshold = tier.aboveInputTokens
            checks.requirePositive("\(path).aboveInputTokens", count: threshold)
            if tiers[..<index].contains(where: { $0.aboveInputTokens == threshold }) {
                checks.add("PriceBook.\(path).aboveInputTokens is \(threshold), like another tier's")
            }
            tier.rates.check(into: &checks, at: path)
            tier.serviceRates.check(into: &checks, at: path)
        }
        checks.requirePositive("\(path).contextWindow", count: contextWindow ?? 1)
        checks.requirePositive("\(path).maximumOutputTokens", count: maximumOutputTokens ?? 1)
    }
}

extension [ServiceTier: TokenRates] {
    fileprivate func check(into checks: inout OptionChecks, at path: String) {
        for tier in ServiceTier.allCases {
            self[tier]?.check(into: &checks, at: "\(path).serviceRates[.\(tier)]")
        }
    }
}

extension TokenRates {
    fileprivate func check(into checks: inout OptionChecks, at path: String) {
        let prices = [
            ("input", input), ("output", output), ("reasoning", reasoning), ("cacheRead", cacheRead),
            ("cacheWrite", cacheWrite), ("longCacheWrite", longCacheWrite),
        ]
        for (name, price) in prices where price < .zero {
            checks.report("\(path).\(name)", value: "\(price)", allowed: "\(Money.zero) or more")
        }
    }
}

extension OptionChecks {
    fileprivate mutating func requirePositive(_ option: String, count: Int) {
        if count < 1 { report(option, value: "\(count)", allowed: "1 or more") }
    }
}
