/// How a reply ended, as ``Reply/onEnd(_:)`` reports it to every layer that registered.
public struct Outcome: Sendable {
    /// The ways in which a reply ends.
    public enum Result: Sendable {
        /// The model finished its answer.
        case completed
        /// An error or a limit cut the answer after its first content.
        indirect case failed(ChatError)
        /// The reader left before the end.
        case abandoned
    }

    enum Content: Sendable {
        case whole(Completion)
        case chunks([ReplyChunk], meter: (any TokenEstimating)?)
    }

    /// The way in which the reply ended.
    public let result: Result
    /// The fallback level of the reply when the layer registered.
    public let level: FallbackLevel
    /// The model of the reply when the layer registered.
    public let model: String
    let content: Content

    /// The content up to the end and what it used. The usage is estimated where the model did not report it.
    public var completion: Completion {
        switch content {
        case .whole(let completion): completion
        case .chunks(let chunks, let meter): CompletionBuilder.completion(of: chunks, meter: meter)
        }
    }

    /// The tokens that the reply used, estimated where the model did not report them.
    public var usage: Usage {
        switch content {
        case .whole(let completion): completion.usage
        case .chunks(let chunks, let meter): CompletionBuilder.usage(of: chunks, meter: meter)
        }
    }

    /// Whether the model finished its answer.
    public var isComplete: Bool {
        if case .completed = result { return true }
        return false
    }
}

/// A closure that waits for the end of a reply, with level and model of the reply when it was registered.
struct EndingHandler: Sendable {
    let level: FallbackLevel
    let model: String
    let handle: @Sendable (Outcome) -> Void
}
