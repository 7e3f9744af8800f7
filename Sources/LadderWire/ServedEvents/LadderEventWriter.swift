import LadderCore
import LadderJSON

/// Writes Ladder's own form.
struct LadderEventWriter: ServedEventWriter {
    private let id: String
    private let level: FallbackLevel
    private let model: String

    init(stream: ResponseStream) {
        id = stream.id
        level = stream.fallbackLevel
        model = stream.model
    }

    private var facts: [String: JSONValue] {
        ["id": .string(id), "level": .string(level.rawValue), "model": .string(model)]
    }

    func start() -> [UInt8] { servedEvent("start", data: .object(facts)) }

    func write(_ chunk: ReplyChunk) -> [UInt8] {
        switch chunk {
        case .text(let text), .part(.text(let text)):
            return text.isEmpty ? [] : servedEvent("text", data: ["text": .string(text)])
        case .toolCall(let delta):
            var call: [String: JSONValue] = [
                "index": .integer(delta.index), "arguments": .string(delta.arguments),
            ]
            call["id"] = delta.id.map { .string($0) }
            call["name"] = delta.name.map { .string($0) }
            return servedEvent("tool", data: .object(call))
        case .part, .finished:
            return []
        }
    }

    func end(_ reason: FinishReason, usage: Usage) -> [UInt8] {
        var end = facts
        end["finishReason"] = .string(reason.name)
        end["usage"] = [
            "inputTokens": .integer(usage.inputTokens), "outputTokens": .integer(usage.outputTokens),
            "isEstimated": .bool(usage.isEstimated),
        ]
        return servedEvent("end", data: .object(end))
    }

    func fail(_ kind: ChatError.Kind) -> [UInt8] {
        servedEvent("error", data: ["id": .string(id), "kind": .string(kind.name)])
    }
}
