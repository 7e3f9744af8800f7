/// The result of a tool that a model called.
public struct ToolResult: Hashable, Sendable {
    /// The ``ToolCall/id`` of the call.
    public var callID: String
    /// The parts of the result: text or JSON text, pictures, files.
    public var content: [ContentPart]
    /// Whether the tool failed, so that the content says why.
    public var isError: Bool

    /// Creates a result from its parts.
    public init(callID: String, content: [ContentPart], isError: Bool = false) {
        self.callID = callID
        self.content = content
        self.isError = isError
    }

    /// Creates a result that consists of one text or JSON text.
    public init(callID: String, text: String, isError: Bool = false) {
        self.init(callID: callID, content: [.text(text)], isError: isError)
    }

    /// The text parts of the result, joined.
    public var text: String { content.text }
}
