/// A piece of a live answer.
public enum ReplyChunk: Hashable, Sendable {
    /// More text.
    case text(String)
    /// More of a tool call.
    indirect case toolCall(ToolCallDelta)
    /// A complete part that is neither text nor a tool call: reasoning with its signature, a picture, a file.
    ///
    /// Reasoning is no content: a live answer does not begin with it. A model sends reasoning when it is complete, at
    /// the place where the answer has it.
    indirect case part(ContentPart)
    /// The end, as the model says it. Always the last piece.
    indirect case finished(Ending)

    /// What a model says at the end of a stream.
    public struct Ending: Hashable, Sendable {
        /// The reason why the answer ends where it ends.
        public var finishReason: FinishReason
        /// The tokens that were used. Nil where the provider does not say; they are then estimated.
        public var usage: Usage?
        /// What the provider said beside the answer.
        public var metadata: ReplyMetadata?

        /// Creates the end of a complete answer, or of one that ends for another reason.
        public init(finishReason: FinishReason = .stop, usage: Usage? = nil, metadata: ReplyMetadata? = nil) {
            self.finishReason = finishReason
            self.usage = usage
            self.metadata = metadata
        }
    }

    /// Returns the last piece of an answer that ends for `reason`.
    public static func finished(
        _ reason: FinishReason, usage: Usage? = nil, metadata: ReplyMetadata? = nil
    ) -> ReplyChunk {
        .finished(Ending(finishReason: reason, usage: usage, metadata: metadata))
    }
}
