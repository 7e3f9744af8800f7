/// A piece of a live answer.
public enum ReplyChunk: Hashable, Sendable {
    /// More text.
    case text(String)
    /// More of a tool call.
    indirect case toolCall(ToolCallDelta)
    /// The end, as the model says it. Always the last piece.
    indirect case finished(Ending)

    /// How a model ends a stream.
    public struct Ending: Hashable, Sendable {
        /// Why it ends.
        public var finishReason: FinishReason
        /// What it used. Nil where the provider does not say; it is then estimated.
        public var usage: Usage?
        /// What the provider said beside the answer.
        public var metadata: ReplyMetadata?

        /// An ending.
        public init(finishReason: FinishReason = .stop, usage: Usage? = nil, metadata: ReplyMetadata? = nil) {
            self.finishReason = finishReason
            self.usage = usage
            self.metadata = metadata
        }
    }

    /// The end, as the model says it.
    public static func finished(
        _ reason: FinishReason, usage: Usage? = nil, metadata: ReplyMetadata? = nil
    ) -> ReplyChunk {
        .finished(Ending(finishReason: reason, usage: usage, metadata: metadata))
    }
}

extension ReplyChunk {
    /// Whether it says nothing: what keeps a connection alive is not content.
    var isEmpty: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .toolCall(let delta): delta.id == nil && delta.name == nil && delta.arguments.isEmpty
        case .finished: false
        }
    }
}

/// More of a tool call. Providers send its parts by index; id and name come with the first.
public struct ToolCallDelta: Hashable, Sendable {
    /// Which of the answer's tool calls it belongs to.
    public var index: Int
    /// The call's id, if this piece brings it.
    public var id: String?
    /// The tool's name, if this piece brings it.
    public var name: String?
    /// More of the arguments' JSON text.
    public var arguments: String

    /// A piece of a tool call.
    public init(index: Int, id: String? = nil, name: String? = nil, arguments: String = "") {
        self.index = index
        self.id = id
        self.name = name
        self.arguments = arguments
    }
}
