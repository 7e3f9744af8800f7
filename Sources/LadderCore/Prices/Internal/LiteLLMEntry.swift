import LadderJSON

/// One entry of LiteLLM's price map.
enum LiteLLMEntry {
    case price(ModelPrice)
    case alias(String)
    case skipped(LiteLLMPriceMap.SkipReason)

    init(_ json: JSONValue) {
        if let target = json["alias_of"]?.string {
            self = .alias(target)
            return
        }
        do throws(LiteLLMFault) {
            self = .price(try Self.price(of: json))
        } catch {
            self = .skipped(error.reason)
        }
    }

    private static func price(of json: JSONValue) throws(LiteLLMFault) -> ModelPrice {
        guard ["chat", "completion", "responses"].contains(json["mode"]?.string) else { throw LiteLLMFault(.otherMode) }
        if json["input_cost_per_request"]?.double ?? 0 != 0 { throw LiteLLMFault(.notPricedByToken) }
        var levels = LiteLLMLevels()
        try levels.add(json, threshold: 0)
        for tier in json["tiered_pricing"]?.array ?? [] {
            guard let start = tier["range"]?[0]?.int, start >= 0 else { throw LiteLLMFault(.invalidPrice) }
            try levels.add(tier, threshold: start)
        }
        guard var price = levels.price else { throw LiteLLMFault(.notPricedByToken) }
        price.contextWindow = json["max_input_tokens"]?.limit
        price.maximumOutputTokens = json["max_output_tokens"]?.limit
        return price
    }
}

/// The reason that an entry has no price, as an error inside the reader.
struct LiteLLMFault: Error {
    let reason: LiteLLMPriceMap.SkipReason

    init(_ reason: LiteLLMPriceMap.SkipReason) {
        self.reason = reason
    }
}

extension JSONValue {
    fileprivate var limit: Int? {
        int.flatMap { $0 >= 1 ? $0 : nil }
    }
}
