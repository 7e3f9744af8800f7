import LadderCore
import LadderJSON
import LadderWire

/// Reads a whole chat completion. Of several choices it reads the first.
struct OpenAIAnswerReader {
    let model: String

    func completion(from json: JSONValue) throws -> Completion {
        // Some gateways answer an error with status 200.
        if let error = json["error"], !error.isNull { throw ChatError(status: 200, body: Array(json.text.utf8)) }
        guard let choice = json["choices"]?[0], let message = choice["message"], message.object != nil else {
            throw ChatError(.invalidOutput, message: "the answer has no message")
        }
        var content: [ContentPart] = []
        if let reasoning = message.reasoningText {
            content.append(.reasoning(ReasoningContent(text: reasoning, model: model)))
        }
        if let text = message["content"]?.contentText, !text.isEmpty { content.append(.text(text)) }
        let calls = try (message["tool_calls"]?.array ?? []).enumerated().map { try call($1, index: $0) }
        content += calls.map { .toolCall($0) }
        var reason = try OpenAIEnding.reason(of: choice["finish_reason"]?.string, hasToolCalls: !calls.isEmpty)
        if let refusal = message["refusal"]?.string, !refusal.isEmpty { reason = .filtered }
        return Completion(
            content: content.isEmpty ? [.text("")] : content, finishReason: reason,
            usage: Usage(openAI: json["usage"]) ?? Usage(isEstimated: true),
            metadata: ReplyMetadata(requestID: json["id"]?.string, raw: OpenAIEnding.raw(of: json)))
    }

    private func call(_ json: JSONValue, index: Int) throws -> ToolCall {
        guard let name = json["function"]?["name"]?.string else {
            throw ChatError(.invalidOutput, message: "a tool call has no name")
        }
        let arguments = json["function"]?["arguments"]
        // Some servers send the arguments as an object instead of text.
        let text = arguments?.string ?? arguments.flatMap { $0.isNull ? nil : $0.text } ?? ""
        let id = json["id"]?.string ?? ""
        return ToolCall(
            id: id.isEmpty ? "call_\(index)" : id, name: name, arguments: text.isEmpty ? "{}" : text)
    }
}
