/// The reason why an answer ends where it ends.
public enum FinishReason: Hashable, Sendable {
    /// The model had said everything, or met a stop sequence.
    case stop
    /// The answer reached the largest number of tokens that it may have.
    case length
    /// The model waits for the results of its tool calls.
    case toolCalls
    /// A safety filter ended the answer.
    case filtered
    /// The answer was cut: what is there is true as far as it goes. Only callers see this, never a layer.
    case partial(Cut)

    /// What cut an answer short.
    public enum Cut: Hashable, Sendable {
        /// An error after the first content.
        case error(ChatError.Kind)
        /// The caller read too slowly for the call's limits.
        case readerTooSlow
    }

    /// Whether the answer was cut.
    public var isPartial: Bool {
        if case .partial = self { return true }
        return false
    }
}
