/// Why an answer ends.
public enum FinishReason: Hashable, Sendable {
    /// The model had said everything, or met a stop sequence.
    case stop
    /// The token limit was reached.
    case length
    /// The model waits for tool results.
    case toolCalls
    /// A safety filter ended it.
    case filtered
    /// It was cut: what is there is true as far as it goes. Only callers see this, never a layer.
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
