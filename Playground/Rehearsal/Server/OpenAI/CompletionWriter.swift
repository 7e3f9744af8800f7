import Ladder
import LadderJSON

/// Writes answers in the form of OpenAI's chat completions, whole or as chunks.
struct CompletionWriter {
    private let id: String
    private let model: String
    private let created: Int

    init(id: String, model: String, created: WallTime) {
        self.id = "chatcmpl-" + id
        self.model = model
        self.created = Int(created.nanosecondsSince1970 / 1_000_000_000)
    }

    private func object(_ kind: String, _ fields: [String: JSONValue]) -> JSONValue {
        let facts: [String: JSONValue] = [
            "id": .string(id), "object": .string(kind), "created": .integer(created), "model": .string(model),
        ]
        return .object(facts.merging(fields) { _, added in added })
    }

    // MARK: A whole answer

    func whole(_ completion: Completion) -> JSONValue {
        let calls = completion.toolCalls
        var message: [String: JSONValue] = ["role": "assistant", "refusal": .null]
        message["content"] = completion.text.isEmpty && !calls.isEmpty ? .null : .string(completion.text)
        if !calls.isEmpty {
            message["tool_calls"] = .array(
                calls.map { call in
                    [
                        "id": .string(call.id), "type": "function",
                        "function": ["name": .string(call.name), "arguments": .string(call.arguments)],
                    ]
                })
        }
        let choice: JSONValue = [
            "index": 0, "message": .object(message), "logprobs": .null,
            "finish_reason": .string(Self.name(of: completion.finishReason, callsTools: !calls.isEmpty)),
        ]
        return object("chat.completion", ["choices": [choice], "usage": Self.usage(completion.usage)])
    }

    // MARK: Chunks

    var start: JSONValue { chunk(delta: ["role": "assistant", "content": ""]) }

    /// Returns the chunk for a piece of an answer, or nil where the form has none for it.
    func chunk(_ piece: ReplyChunk) -> JSONValue? {
        switch piece {
        case .text(let text), .part(.text(let text)):
            return text.isEmpty ? nil : chunk(delta: ["content": .string(text)])
        case .toolCall(let delta):
            return chunk(delta: ["tool_calls": [delta.openAIForm]])
        case .part, .finished:
            return nil
        }
    }

    /// Returns the last chunk with a choice. It also has the facts that were not known when the headers were sent.
    func end(_ reason: FinishReason, callsTools: Bool, facts: JSONValue) -> JSONValue {
        let name = Self.name(of: reason, callsTools: callsTools)
        return chunk(delta: [:], finishReason: .string(name), fields: ["ladder": facts])
    }

    func usageChunk(_ usage: Usage) -> JSONValue {
        object("chat.completion.chunk", ["choices": [], "usage": Self.usage(usage)])
    }

    private func chunk(
        delta: JSONValue, finishReason: JSONValue = .null, fields: [String: JSONValue] = [:]
    ) -> JSONValue {
        let choice: JSONValue = ["index": 0, "delta": delta, "logprobs": .null, "finish_reason": finishReason]
        return object("chat.completion.chunk", fields.merging(["choices": [choice]]) { _, own in own })
    }

    // MARK: Parts of both

    private static func name(of reason: FinishReason, callsTools: Bool) -> String {
        switch reason {
        // Some servers end calls of tools like any other answer; clients of this form rely on the reason.
        case .stop: callsTools ? "tool_calls" : "stop"
        // The form has no reason for an answer that was cut: this one says at least that text is missing.
        case .length, .partial: "length"
        case .toolCalls: "tool_calls"
        case .filtered: "content_filter"
        }
    }

    private static func usage(_ usage: Usage) -> JSONValue {
        [
            "prompt_tokens": .integer(usage.inputTokens), "completion_tokens": .integer(usage.outputTokens),
            "total_tokens": .integer(usage.totalTokens),
            "prompt_tokens_details": ["cached_tokens": .integer(usage.cacheReadTokens)],
            "completion_tokens_details": ["reasoning_tokens": .integer(usage.reasoningTokens)],
        ]
    }
}
