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
        get { boxed?.value }
        set { boxed = newValue.map(Box.init) }
    }
    private var boxed: Box<ReplyMetadata>?

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

    /// An answer of one text.
    public init(_ text: String, finishReason: FinishReason = .stop, usage: Usage = Usage()) {
        self.init(content: [.text(text)], finishReason: finishReason, usage: usage)
    }

    /// Whether it says nothing at all.
    var isEmpty: Bool {
        content.allSatisfy { part in
            if case .text(let text) = part { return text.isEmpty }
            return false
        }
    }

    /// All text, joined.
    public var text: String { content.text }

    /// The tools the model wants called.
    public var toolCalls: [ToolCall] { content.toolCalls }
}
