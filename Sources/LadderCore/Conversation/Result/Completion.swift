/// A whole answer, as a model gave it.
public struct Completion: Hashable, Sendable {
    /// The parts of the answer, in their order: text, tool calls, reasoning, sometimes pictures and files.
    public var content: [ContentPart]
    /// The reason why the answer ends where it ends.
    public var finishReason: FinishReason
    /// The tokens that this answer used; for a call with several attempts, those of the last one.
    public var usage: Usage
    /// What the provider said beside the answer, or nil when the model did not keep it.
    public var metadata: ReplyMetadata?

    /// Creates an answer from its parts.
    public init(
        content: [ContentPart],
        finishReason: FinishReason = .stop,
        usage: Usage = Usage(),
        metadata: ReplyMetadata? = nil
    ) {
        self.content = content
        self.finishReason = finishReason
        self.usage = usage
        self.metadata = metadata
    }

    /// Creates an answer that consists of one text.
    public init(_ text: String, finishReason: FinishReason = .stop, usage: Usage = Usage()) {
        self.init(content: [.text(text)], finishReason: finishReason, usage: usage)
    }

    /// Whether the answer has no content: nothing, or only empty text and reasoning.
    var isEmpty: Bool {
        content.allSatisfy { part in
            switch part {
            case .text(let text): text.isEmpty
            case .reasoning: true
            case .image, .file, .toolCall, .toolResult: false
            }
        }
    }

    /// The text parts, joined; reasoning is left out.
    public var text: String { content.text }

    /// The tools that the model wants called, in the order of the answer.
    public var toolCalls: [ToolCall] { content.toolCalls }
}
