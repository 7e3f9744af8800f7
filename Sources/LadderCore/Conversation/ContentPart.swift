/// A part of a message or of an answer.
public enum ContentPart: Hashable, Sendable {
    /// Text, in an answer what its reader is meant to see.
    case text(String)
    /// A picture, by its address or its bytes.
    case image(ImageContent)
    /// A document or a recording, such as a PDF or audio file.
    case file(FileContent)
    /// What a model thought before its answer, or its signature of the text before this part.
    case reasoning(ReasoningContent)
    /// The model's request to call a tool.
    case toolCall(ToolCall)
    /// The result of a tool that the model called.
    case toolResult(ToolResult)
}

extension [ContentPart] {
    /// The text parts, joined; reasoning and tool results are left out.
    public var text: String {
        if count == 1, case .text(let text) = self[0] { return text }
        return reduce(into: "") { joined, part in
            if case .text(let text) = part { joined += text }
        }
    }

    /// The tool calls among the parts, in their order.
    public var toolCalls: [ToolCall] {
        compactMap { part in
            if case .toolCall(let call) = part { return call }
            return nil
        }
    }

    /// The reasoning parts, in their order.
    public var reasoning: [ReasoningContent] {
        compactMap { part in
            if case .reasoning(let reasoning) = part { return reasoning }
            return nil
        }
    }
}
