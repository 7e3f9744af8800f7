import LadderCore
import LadderHTTP
import LadderJSON
import LadderWire

/// Reads the events of one streamed answer.
struct AnthropicEventReader: ProviderEventReader {
    /// The logical name of the model, for the reasoning that it signs.
    private let model: String
    private var blocks: [Int: AnthropicBlock] = [:]
    private var callCount = 0
    private var usage = AnthropicUsage()
    /// The `delta` of the event that stated why the answer ends.
    private var ending: JSONValue?

    init(model: String) {
        self.model = model
    }

    mutating func read(_ event: ServerSentEvent) throws -> EventReading {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: event.data)
        } catch {
            throw ChatError(.invalidOutput, message: "an event of the stream is no JSON", underlying: error)
        }
        switch json["type"]?.string ?? event.event {
        case "message_start":
            // Seen twice in some streams; the later counts replace the earlier ones.
            usage.update(from: json["message"]?["usage"])
            return .nothing
        case "content_block_start": return try start(json["content_block"] ?? [:], at: json["index"]?.int ?? 0)
        case "content_block_delta": return try add(json["delta"] ?? [:], at: json["index"]?.int ?? 0)
        case "content_block_stop": return EventReading(stop(at: json["index"]?.int ?? 0))
        case "message_delta":
            usage.update(from: json["usage"])
            if let delta = json["delta"], delta["stop_reason"]?.string != nil { ending = delta }
            return .nothing
        case "message_stop": return EventReading(finish())
        case "error": throw ChatError(status: 200, body: Array(event.data.utf8))
        default: return .nothing
        }
    }

    /// Some gateways leave out `message_stop`. An answer whose reason for its end is known is whole without it.
    mutating func ended() throws -> [ReplyChunk]? {
        ending == nil ? nil : finish()
    }

    private mutating func finish() -> [ReplyChunk] {
        let rest = blocks.keys.sorted().flatMap { stop(at: $0) }
        let ending = AnthropicEnding(ending, hasToolCalls: callCount > 0)
        return rest + [
            .finished(ending.finishReason, usage: usage.usage, metadata: ReplyMetadata(raw: ending.raw))
        ]
    }
}

// MARK: Blocks

extension AnthropicEventReader {
    private mutating func start(_ json: JSONValue, at index: Int) throws -> EventReading {
        // A block that was not stopped ends where the next one of its index begins.
        var chunks = stop(at: index)
        switch json["type"]?.string {
        case "text":
            blocks[index] = AnthropicBlock(.text)
            if let text = json["text"]?.string, !text.isEmpty { chunks.append(.text(text)) }
        case "tool_use":
            guard let id = json["id"]?.string, let name = json["name"]?.string else {
                throw ChatError(.invalidOutput, message: "a tool call has no id or no name")
            }
            blocks[index] = AnthropicBlock(.toolCall(index: callCount, input: json["input"]))
            chunks.append(.toolCall(ToolCallDelta(index: callCount, id: id, name: name)))
            callCount += 1
        default:
            let thinking = AnthropicBlock(thinking: json)
            blocks[index] = thinking ?? AnthropicBlock(.unknown)
            return EventReading(chunks, isProgress: thinking != nil)
        }
        return EventReading(chunks)
    }

    private mutating func add(_ delta: JSONValue, at index: Int) throws -> EventReading {
        switch (delta["type"]?.string, blocks[index]?.kind) {
        case ("text_delta", .text), ("text_delta", nil):
            guard let text = delta["text"]?.string else { throw ChatError(.invalidOutput) }
            return text.isEmpty ? .nothing : EventReading([.text(text)])
        case ("input_json_delta", .toolCall(let call, _)):
            guard let piece = delta["partial_json"]?.string else { throw ChatError(.invalidOutput) }
            guard !piece.isEmpty else { return .nothing }
            blocks[index]?.hasArguments = true
            return EventReading([.toolCall(ToolCallDelta(index: call, arguments: piece))])
        case ("thinking_delta", .thinking):
            blocks[index]?.text += delta["thinking"]?.string ?? ""
            return EventReading(isProgress: true)
        case ("signature_delta", .thinking):
            blocks[index]?.signature += delta["signature"]?.string ?? ""
            return EventReading(isProgress: true)
        default:
            return .nothing
        }
    }

    /// Ends a block: a thinking block is complete now, and a call without arguments has none.
    private mutating func stop(at index: Int) -> [ReplyChunk] {
        guard let block = blocks.removeValue(forKey: index) else { return [] }
        if case .toolCall(let call, let input) = block.kind {
            guard !block.hasArguments else { return [] }
            let arguments = input.flatMap { $0.isNull ? nil : $0.text } ?? "{}"
            return [.toolCall(ToolCallDelta(index: call, arguments: arguments))]
        }
        return block.reasoning(model: model).map { [.part($0)] } ?? []
    }
}
