import LadderCore
import LadderJSON
import LadderWire

/// Reads a whole answer.
struct AnthropicAnswerReader {
    /// The logical name of the model, for the reasoning that it signed.
    let model: String

    /// Reads an answer.
    ///
    /// - Throws: `ChatError`: what an error object under a status of success means, `invalidOutput` for JSON of another
    ///   form.
    func completion(from json: JSONValue) throws -> Completion {
        if json["type"] == "error" { throw ChatError(status: 200, body: Array(json.text.utf8)) }
        guard let blocks = json["content"]?.array else {
            throw ChatError(.invalidOutput, message: "the answer has no content blocks")
        }
        let content = try blocks.compactMap(part)
        let ending = AnthropicEnding(json, hasToolCalls: !content.toolCalls.isEmpty)
        var usage = AnthropicUsage()
        usage.update(from: json["usage"])
        return Completion(
            content: content, finishReason: ending.finishReason, usage: usage.usage ?? Usage(),
            metadata: ReplyMetadata(raw: ending.raw))
    }

    private func part(of block: JSONValue) throws -> ContentPart? {
        switch block["type"]?.string {
        case "text":
            guard let text = block["text"]?.string else { throw ChatError(.invalidOutput) }
            return .text(text)
        case "tool_use":
            guard let id = block["id"]?.string, let name = block["name"]?.string else {
                throw ChatError(.invalidOutput, message: "a tool call has no id or no name")
            }
            let input = block["input"] ?? [:]
            return .toolCall(ToolCall(id: id, name: name, arguments: input.isNull ? "{}" : input.text))
        default:
            return AnthropicBlock(thinking: block)?.reasoning(model: model)
        }
    }
}
