import LadderCore
import LadderJSON

/// The counts of tokens as Anthropic sends them: cumulative, so that a later count replaces an earlier one.
struct AnthropicUsage: Hashable, Sendable {
    private var counts: [Count: Int] = [:]

    private enum Count: String, CaseIterable {
        case input = "input_tokens"
        case output = "output_tokens"
        case cacheRead = "cache_read_input_tokens"
        case cacheWrite = "cache_creation_input_tokens"
        case shortCacheWrite = "ephemeral_5m_input_tokens"
        case longCacheWrite = "ephemeral_1h_input_tokens"
        case thinking = "thinking_tokens"
    }

    /// Replaces the counts that `json` has.
    mutating func update(from json: JSONValue?) {
        guard let json else { return }
        for count in Count.allCases {
            let place: JSONValue? =
                switch count {
                case .shortCacheWrite, .longCacheWrite: json["cache_creation"]
                case .thinking: json["output_tokens_details"]
                case .input, .output, .cacheRead, .cacheWrite: json
                }
            guard let value = place?[count.rawValue]?.int else { continue }
            // Some gateways send the input at the beginning only, and zeros later.
            if value > 0 || counts[count] == nil { counts[count] = max(0, value) }
        }
    }

    /// The counts in Ladder's meaning: cache reads and writes are part of the input. Nil where the provider sent none.
    var usage: Usage? {
        guard counts[.input] != nil || counts[.output] != nil else { return nil }
        let long = counts[.longCacheWrite] ?? 0
        let short = counts[.shortCacheWrite] ?? max(0, (counts[.cacheWrite] ?? 0) - long)
        let read = counts[.cacheRead] ?? 0
        let input = (counts[.input] ?? 0).saturatingAdding(read).saturatingAdding(short).saturatingAdding(long)
        return Usage(
            inputTokens: input, outputTokens: counts[.output] ?? 0, cacheReadTokens: read, cacheWriteTokens: short,
            longCacheWriteTokens: long, reasoningTokens: counts[.thinking] ?? 0)
    }
}
