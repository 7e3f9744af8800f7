import LadderCore
import LadderJSON

/// Writes the form of OpenAI's chat completions.
struct OpenAIEventWriter: ServedEventWriter {
    private let facts: [String: JSONValue]
    private let level: FallbackLevel

    init(stream: ResponseStream) {
        level = stream.fallbackLevel
        facts = [
            "id": .string("chatcmpl-" + stream.id), "object": "chat.completion.chunk",
            "created": .integer(Int(stream.wallNow.nanosecondsSince1970 / 1_000_000_000)),
            "model": .string(stream.model),
        ]
    }

    func start() -> [UInt8] { event(delta: ["role": "assistant", "content": ""]) }

    func write(_ chunk: ReplyChunk) -> [UInt8] {
        switch chunk {
        case .text(let text), .part(.text(let text)):
            return text.isEmpty ? [] : event(delta: ["content": .string(text)])
        case .toolCall(let delta):
            return event(delta: ["tool_calls": [delta.openAIForm]])
        case .part, .finished:
            return []
        }
    }

    func end(_ reason: FinishReason, usage: Usage) -> [UInt8] {
        let name: String
        switch reason {
        case .stop: name = "stop"
        case .length: name = "length"
        case .toolCalls: name = "tool_calls"
        case .filtered: name = "content_filter"
        // There is no finish reason for it: a client must not take the text for the whole answer.
        case .partial(let cut): return fail(code: cut.name)
        }
        // In the chunk of the finish reason: many pages read `choices[0]` of every chunk, and one without choices, as
        // OpenAI sends it on request, would break them.
        let counts: JSONValue = [
            "prompt_tokens": .integer(usage.inputTokens), "completion_tokens": .integer(usage.outputTokens),
            "total_tokens": .integer(usage.totalTokens),
        ]
        let last = event(
            delta: [:], finishReason: .string(name),
            adding: ["usage": counts, "fallback_level": .string(level.rawValue)])
        return last + Self.done
    }

    func fail(_ kind: ChatError.Kind) -> [UInt8] { fail(code: kind.name) }

    private func fail(code: String) -> [UInt8] {
        let error: JSONValue = ["message": "the answer was cut", "type": "partial", "code": .string(code)]
        return servedEvent(data: ["error": error]) + Self.done
    }

    private func event(
        delta: JSONValue, finishReason: JSONValue = .null, adding fields: [String: JSONValue] = [:]
    ) -> [UInt8] {
        var event = facts.merging(fields) { _, added in added }
        event["choices"] = [["index": 0, "delta": delta, "finish_reason": finishReason]]
        return servedEvent(data: .object(event))
    }

    private static let done = Array("data: [DONE]\n\n".utf8)
}
