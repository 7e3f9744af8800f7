import LadderCore
import LadderJSON

/// The end of an answer, as the provider states it.
struct AnthropicEnding: Hashable, Sendable {
    /// The reason in Ladder's words.
    let finishReason: FinishReason
    /// What the provider says beside that.
    let raw: [String: JSONValue]

    /// Reads the end from the object that holds `stop_reason`.
    ///
    /// `pause_turn` and `compaction` end an answer in the middle, as the greatest length does: they come with tools that
    /// run at the provider. The category of a refusal, where the provider names it, is in the metadata.
    init(_ json: JSONValue?, hasToolCalls: Bool) {
        let stopReason = json?["stop_reason"]?.string
        switch stopReason {
        case "max_tokens", "model_context_window_exceeded", "pause_turn", "compaction": finishReason = .length
        case "tool_use": finishReason = .toolCalls
        case "refusal": finishReason = .filtered
        case nil where hasToolCalls: finishReason = .toolCalls
        default: finishReason = .stop
        }
        var raw: [String: JSONValue] = [:]
        for key in ["stop_reason", "stop_sequence", "stop_details"] {
            if let value = json?[key], !value.isNull { raw[key] = value }
        }
        self.raw = raw
    }
}
