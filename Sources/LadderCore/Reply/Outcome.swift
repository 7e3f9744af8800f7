/// How a reply ended. Every layer that registered is told once.
public struct Outcome: Sendable {
    /// How it ended.
    public enum Result: Sendable {
        /// The model said everything it wanted to say.
        case completed
        /// An error or a limit cut it after the first content.
        case failed(ChatError)
        /// The reader left before the end.
        case abandoned
    }

    enum Content: Sendable {
        case whole(Completion)
        case chunks([ReplyChunk], meter: (any TokenEstimating)?)
    }

    /// How it ended.
    public let result: Result
    /// The rung the layer that registered had it from.
    public let level: FallbackLevel
    /// The model that gave it.
    public let model: String
    let content: Content

    /// What was said until then, with what it used. Usage is estimated where the model did not get to say.
    public var completion: Completion {
        switch content {
        case .whole(let completion): completion
        case .chunks(let chunks, let meter): CompletionBuilder.completion(of: chunks, meter: meter)
        }
    }

    /// What it used.
    public var usage: Usage {
        switch content {
        case .whole(let completion): completion.usage
        case .chunks(let chunks, let meter): CompletionBuilder.usage(of: chunks, meter: meter)
        }
    }

    /// Whether the model said everything.
    public var isComplete: Bool {
        if case .completed = result { return true }
        return false
    }
}

/// Who wants to be told, and what it knew of the reply when it asked.
struct EndingHandler: Sendable {
    let level: FallbackLevel
    let model: String
    let tell: @Sendable (Outcome) -> Void
}
