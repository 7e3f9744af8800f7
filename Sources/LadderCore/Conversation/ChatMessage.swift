/// One turn of a conversation.
public struct ChatMessage: Hashable, Sendable {
    /// Who speaks.
    public enum Role: String, Hashable, Sendable, CaseIterable {
        /// Instructions to the model.
        case system
        /// The person asking.
        case user
        /// The model.
        case assistant
        /// The result of a tool the model called.
        case tool
    }

    /// Who speaks.
    public var role: Role
    /// What is said, in order.
    public var content: [ContentPart]

    /// A turn made of parts.
    public init(role: Role, content: [ContentPart]) {
        self.role = role
        self.content = content
    }

    /// Instructions to the model.
    public static func system(_ text: String) -> ChatMessage {
        ChatMessage(role: .system, content: [.text(text)])
    }

    /// A question.
    public static func user(_ text: String) -> ChatMessage {
        ChatMessage(role: .user, content: [.text(text)])
    }

    /// An earlier answer.
    public static func assistant(_ text: String) -> ChatMessage {
        ChatMessage(role: .assistant, content: [.text(text)])
    }

    /// What a tool answered.
    public static func tool(_ result: ToolResult) -> ChatMessage {
        ChatMessage(role: .tool, content: [.toolResult(result)])
    }

    /// All text parts, joined.
    public var text: String { content.text }
}
