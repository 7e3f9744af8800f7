extension FinishReason {
    /// A stable name for logs and metrics, such as `stop` or `partial(timedOut)`.
    public var name: String {
        switch self {
        case .stop: "stop"
        case .length: "length"
        case .toolCalls: "toolCalls"
        case .filtered: "filtered"
        case .partial(let cut): "partial(\(cut.name))"
        }
    }
}

extension FinishReason: CustomStringConvertible {
    /// The reason in words, such as `stop`, `tool calls` or `partial (the answer fell silent)`.
    public var description: String {
        switch self {
        case .stop: "stop"
        case .length: "length"
        case .toolCalls: "tool calls"
        case .filtered: "filtered"
        case .partial(let cut): "partial (\(cut))"
        }
    }
}

extension FinishReason.Cut {
    /// A stable name for logs and metrics: the kind of the error, or `readerTooSlow`.
    public var name: String {
        switch self {
        case .error(let kind): kind.name
        case .readerTooSlow: "readerTooSlow"
        }
    }
}

extension FinishReason.Cut: CustomStringConvertible {
    /// The cut in words, such as `the answer fell silent`.
    public var description: String {
        switch self {
        case .error(let kind): kind.sentence
        case .readerTooSlow: "the reader was too slow"
        }
    }
}
