/// One turn of a conversation.
public struct ChatMessage: Hashable, Sendable {
    /// The part that the author of a message has in the conversation.
    public enum Role: String, Hashable, Sendable, CaseIterable, Codable {
        /// The developer of the application, with instructions to the model.
        case system
        /// The person or program that asks.
        case user
        /// The model, with an earlier answer.
        case assistant
        /// The application, with the result of a tool that the model called.
        case tool
    }

    /// The part that the author of the message has in the conversation.
    public var role: Role
    /// The parts of the message, in their order.
    public var content: [ContentPart]

    /// Creates a message from its parts.
    public init(role: Role, content: [ContentPart]) {
        self.role = role
        self.content = content
    }

    /// Returns a message with instructions to the model.
    public static func system(_ text: String) -> ChatMessage {
        ChatMessage(role: .system, content: [.text(text)])
    }

    /// Returns a message with a question.
    public static func user(_ text: String) -> ChatMessage {
        ChatMessage(role: .user, content: [.text(text)])
    }

    /// Returns a message with an earlier answer that consists of text alone.
    ///
    /// To continue a conversation, append the response's `message` instead: it keeps tool calls and reasoning.
    public static func assistant(_ text: String) -> ChatMessage {
        ChatMessage(role: .assistant, content: [.text(text)])
    }

    /// Returns a message with the result of a tool that the model called.
    public static func tool(_ result: ToolResult) -> ChatMessage {
        ChatMessage(role: .tool, content: [.toolResult(result)])
    }

    /// The text parts, joined; reasoning and tool results are left out.
    public var text: String { content.text }
}
