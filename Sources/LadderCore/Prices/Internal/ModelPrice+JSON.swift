import LadderJSON

extension ModelPrice {
    init?(reading entry: JSONReader) {
        let keys = ["tiers", "contextWindow", "maximumOutputTokens"] + ServiceTier.allCases.map(\.rawValue)
        let rates = TokenRates(reading: entry, otherKeys: keys)
        let contextWindow = entry["contextWindow"].optionalInt(in: 1...)
        let maximumOutputTokens = entry["maximumOutputTokens"].optionalInt(in: 1...)
        let serviceRates = [ServiceTier: TokenRates](reading: entry)
        let tiers = (entry["tiers"].optionalArray() ?? []).compactMap { PriceTier(reading: $0) }
        for (index, tier) in tiers.enumerated()
        where tiers[..<index].contains(where: { $0.aboveInputTokens == tier.aboveInputTokens }) {
            entry["tiers"].report("has two tiers above \(tier.aboveInputTokens) tokens")
        }
        guard let rates else { return nil }
        self.init(
            rates, serviceRates: serviceRates, tiers: tiers, contextWindow: contextWindow,
            maximumOutputTokens: maximumOutputTokens)
    }

    var json: JSONValue {
        var members = rates.members.merging(serviceRates.members) { $1 }
        if !tiers.isEmpty { members["tiers"] = .array(tiers.map(\.json)) }
        members["contextWindow"] = contextWindow.map { .integer($0) }
        members["maximumOutputTokens"] = maximumOutputTokens.map { .integer($0) }
        return .object(members)
    }
}

extension PriceTier {
    init?(reading entry: JSONReader) {
        let threshold = entry["aboveInputTokens"].requiredInt(in: 1...)
        let keys = ["aboveInputTokens"] + ServiceTier.allCases.map(\.rawValue)
        let rates = TokenRates(reading: entry, otherKeys: keys)
        let serviceRates = [ServiceTier: TokenRates](reading: entry)
        guard let threshold, let rates else { return nil }
        self.init(aboveInputTokens: threshold, rates: rates, serviceRates: serviceRates)
    }

    var json: JSONValue {
        var members = rates.members.merging(serviceRates.members) { $1 }
        members["aboveInputTokens"] = .integer(aboveInputTokens)
        return .object(members)
    }
}

extension [ServiceTier: TokenRates] {
    init(reading entry: JSONReader) {
        self = [:]
        for tier in ServiceTier.allCases where entry[tier.rawValue].value != nil {
            self[tier] = TokenRates(reading: entry[tier.rawValue])
        }
    }

    var members: [String: JSONValue] {
        Dictionary<String, JSONValue>(
            uniqueKeysWithValues: map { tier, rates in (tier.rawValue, .object(rates.members)) })
    }
}

extension TokenRates {
    init?(reading entry: JSONReader, otherKeys: [String] = []) {
        entry.rejectUnknownKeys(
            ["input", "output", "reasoning", "cacheRead", "cacheWrite", "longCacheWrite"] + otherKeys)
        let input = entry["input"].requiredRate()
        let output = entry["output"].requiredRate()
        let reasoning = entry["reasoning"].optionalRate()
        let cacheRead = entry["cacheRead"].optionalRate()
        let cacheWrite = entry["cacheWrite"].optionalRate()
        let longCacheWrite = entry["longCacheWrite"].optionalRate()
        guard let input, let output else { return nil }
        self.init(
            input: input, output: output, reasoning: reasoning, cacheRead: cacheRead, cacheWrite: cacheWrite,
            longCacheWrite: longCacheWrite)
    }

    /// The members of a JSON object, without those that equal their default.
    var members: [String: JSONValue] {
        var prices = ["input": input, "output": output]
        if reasoning != output { prices["reasoning"] = reasoning }
        if cacheRead != input { prices["cacheRead"] = cacheRead }
        if cacheWrite != input { prices["cacheWrite"] = cacheWrite }
        if longCacheWrite != cacheWrite { prices["longCacheWrite"] = longCacheWrite }
        return prices.mapValues { .string($0.dollarsPerMillion) }
    }
}

extension JSONReader {
    fileprivate func requiredRate() -> Money? {
        value == nil ? fail(Self.rate) : optionalRate()
    }

    fileprivate func optionalRate() -> Money? {
        read(Self.rate) { Money(dollarsPerMillion: $0.string ?? $0.decimalText ?? "") }
    }

    private static let rate = "dollars per million tokens such as \"2.50\", with at most six decimals"
}
