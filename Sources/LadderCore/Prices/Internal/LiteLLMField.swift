/// The meaning of a price field's name in LiteLLM's map.
///
/// `cache_read_input_token_cost_above_200k_tokens_priority` is the price of a cached token in a call with priority and
/// more than 200,000 input tokens.
struct LiteLLMField {
    enum Token {
        case input, output, reasoning, cacheRead, cacheWrite, longCacheWrite
    }

    let token: Token
    /// The number of input tokens that a call must exceed, or nil when the name has none.
    let threshold: Int?
    let service: ServiceTier?

    /// Reads a name; the result is nil for any field that is not a token price of this library.
    init?(_ name: String) {
        var name = name[...]
        service = Self.removeService(from: &name)
        threshold = Self.removeThreshold(from: &name)
        guard let token = Self.tokens[String(name)] else { return nil }
        self.token = token
    }

    private static func removeService(from name: inout Substring) -> ServiceTier? {
        for (ending, service) in services where name.hasSuffix(ending) {
            name.removeLast(ending.count)
            return service
        }
        return nil
    }

    /// Removes an ending such as `_above_200k_tokens`.
    private static func removeThreshold(from name: inout Substring) -> Int? {
        let ending = "k_tokens"
        guard name.hasSuffix(ending) else { return nil }
        let rest = name.dropLast(ending.count)
        guard let underscore = rest.lastIndex(of: "_"), rest[..<underscore].hasSuffix("_above"),
            let thousands = Int(rest[rest.index(after: underscore)...]), 1...1_000_000 ~= thousands
        else { return nil }
        name = rest[..<underscore].dropLast("_above".count)
        return thousands * 1_000
    }

    private static let services: [(ending: String, service: ServiceTier)] = [
        ("_batches", .batch), ("_flex", .flex), ("_priority", .priority),
    ]

    private static let tokens: [String: Token] = [
        "input_cost_per_token": .input,
        "output_cost_per_token": .output,
        "output_cost_per_reasoning_token": .reasoning,
        "cache_read_input_token_cost": .cacheRead,
        "cache_creation_input_token_cost": .cacheWrite,
        "cache_creation_input_token_cost_above_1hr": .longCacheWrite,
        "cache_creation_input_token_cost_above_12hr": .longCacheWrite,
    ]
}
