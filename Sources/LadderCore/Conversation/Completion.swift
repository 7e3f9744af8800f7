/// A whole answer, as a model gave it.
public struct Completion: Hashable, Sendable {
    /// Text and tool calls, in order.
    public var content: [ContentPart]
    /// Why it ends.
    public var finishReason: FinishReason
    /// What it used.
    public var usage: Usage
    /// What the provider said beside the answer.
    public var metadata: ReplyMetadata? {
        get { boxed?.metadata }
        set { boxed = newValue.map(Box.init) }
    }
    private var boxed: Box?

    /// An answer made of parts.
    public init(
        content: [ContentPart],
        finishReason: FinishReason = .stop,
        usage: Usage = Usage(),
        metadata: ReplyMetadata? = nil
    ) {
        self.content = content
        self.finishReason = finishReason
        self.usage = usage
        boxed = metadata.map(Box.init)
    }

    /// Keeps a completion small: every layer passes it on, few look at its metadata.
    private final class Box: Hashable, Sendable {
        let metadata: ReplyMetadata

        init(_ metadata: ReplyMetadata) { self.metadata = metadata }

        static func == (left: Box, right: Box) -> Bool { left.metadata == right.metadata }
        func hash(into hasher: inout Hasher) { hasher.combine(metadata) }
    }

    /// An answer of one text.
    public init(_ text: String, finishReason: FinishReason = .stop, usage: Usage = Usage()) {
        self.init(content: [.text(text)], finishReason: finishReason, usage: usage)
    }

    /// All text, joined.
    public var text: String { content.text }

    /// The tools the model wants called.
    public var toolCalls: [ToolCall] { content.toolCalls }
}
