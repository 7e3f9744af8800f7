/// A piece of a message or of an answer.
public enum ContentPart: Hashable, Sendable {
    /// Plain text.
    case text(String)
    /// A picture.
    case image(ImageContent)
    /// A tool the model wants called.
    case toolCall(ToolCall)
    /// What a tool answered.
    case toolResult(ToolResult)
}

/// A picture in a message.
public enum ImageContent: Hashable, Sendable {
    /// A picture the provider fetches itself.
    case url(String)
    /// A picture that travels with the request.
    case data([UInt8], mediaType: String)
}

extension [ContentPart] {
    /// All text parts, joined.
    public var text: String {
        if count == 1, case .text(let text) = self[0] { return text }
        return reduce(into: "") { joined, part in
            if case .text(let text) = part { joined += text }
        }
    }

    /// The tool calls, in order.
    public var toolCalls: [ToolCall] {
        compactMap { part in
            if case .toolCall(let call) = part { return call }
            return nil
        }
    }
}
