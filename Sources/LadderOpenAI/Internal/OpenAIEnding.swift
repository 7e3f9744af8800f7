import LadderCore
import LadderJSON

/// The meaning of `finish_reason`.
enum OpenAIEnding {
    static func reason(of text: String?, hasToolCalls: Bool) throws -> FinishReason {
        switch text {
        case "length": .length
        case "tool_calls", "function_call": .toolCalls
        case "content_filter": .filtered
        case "error": throw ChatError(.server, message: "the provider ended the answer with an error")
        // Some servers say `stop` after tool calls.
        default: hasToolCalls ? .toolCalls : .stop
        }
    }

    /// The fields of an answer that a reader may want to see, such as the tier of service.
    static func raw(of json: JSONValue) -> [String: JSONValue] {
        var raw: [String: JSONValue] = [:]
        for key in ["model", "system_fingerprint", "service_tier"] {
            if let value = json[key]?.string { raw[key] = .string(String(value.prefix(200))) }
        }
        return raw
    }
}

extension JSONValue {
    /// The text of a `content` field, which some servers write as a list of parts.
    var contentText: String? {
        if let string { return string }
        guard let array else { return nil }
        return array.compactMap { $0["text"]?.string }.joined()
    }

    /// The reasoning in a message or in a piece of one; nil where it has none.
    ///
    /// It is in `reasoning_content` (DeepSeek, vLLM, llama.cpp), in `reasoning` (OpenRouter, Groq, Ollama) or in parts
    /// of `content` of the type `thinking` (Mistral). A field may be there and null.
    var reasoningText: String? {
        let parts = self["content"]?.array?.compactMap { $0["thinking"]?.contentText }.joined()
        let texts = [self["reasoning_content"]?.string, self["reasoning"]?.string, parts]
        return texts.lazy.compactMap { $0 }.first { !$0.isEmpty }
    }
}
