import LadderJSON

extension ModelPrice {
    init?(reading entry: JSONReader) {
        guard let rates = TokenRates(reading: entry, besides: ["batch", "tiers"]) else { return nil }
        self.init(
            rates, batch: TokenRates(readingOptional: entry["batch"]),
            tiers: (entry["tiers"].optionalArray() ?? []).compactMap { PriceTier(reading: $0) })
        for (index, tier) in tiers.enumerated()
        where tiers[..<index].contains(where: { $0.aboveInputTokens == tier.aboveInputTokens }) {
            entry["tiers"].report("has two tiers above \(tier.aboveInputTokens) tokens")
        }
    }

    var json: JSONValue {
        var members = rates.members
        if let batch { members["batch"] = .object(batch.members) }
        if !tiers.isEmpty { members["tiers"] = .array(tiers.map(\.json)) }
        return .object(members)
    }
}

extension PriceTier {
    init?(reading entry: JSONReader) {
        let threshold = entry["aboveInputTokens"].requiredInt(in: 1...)
        let rates = TokenRates(reading: entry, besides: ["aboveInputTokens", "batch"])
        let batch = TokenRates(readingOptional: entry["batch"])
        guard let threshold, let rates else { return nil }
        self.init(aboveInputTokens: threshold, rates: rates, batch: batch)
    }

    var json: JSONValue {
        var members = rates.members
        members["aboveInputTokens"] = .integer(aboveInputTokens)
        if let batch { members["batch"] = .object(batch.members) }
        return .object(members)
    }
}

extension TokenRates {
    init?(readingOptional entry: JSONReader) {
        if entry.value == nil { return nil }
        self.init(reading: entry)
    }

    init?(reading entry: JSONReader, besides others: [String] = []) {
        entry.rejectUnknownKeys(["input", "output", "cacheRead", "cacheWrite", "longCacheWrite"] + others)
        let input = entry["input"].requiredRate()
        let output = entry["output"].requiredRate()
        let cacheRead = entry["cacheRead"].optionalRate()
        let cacheWrite = entry["cacheWrite"].optionalRate()
        let longCacheWrite = entry["longCacheWrite"].optionalRate()
        guard let input, let output else { return nil }
        self.init(
            input: input, output: output, cacheRead: cacheRead, cacheWrite: cacheWrite, longCacheWrite: longCacheWrite)
    }

    var members: [String: JSONValue] {
        [
            "input": .string(input.dollarsPerMillion), "output": .string(output.dollarsPerMillion),
            "cacheRead": .string(cacheRead.dollarsPerMillion), "cacheWrite": .string(cacheWrite.dollarsPerMillion),
            "longCacheWrite": .string(longCacheWrite.dollarsPerMillion),
        ]
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
