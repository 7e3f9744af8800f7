/// A type that estimates tokens where a provider does not report them.
protocol TokenEstimating: Sendable {
    /// The estimated number of tokens of the request.
    var estimatedInputTokens: Int { get }

    /// Returns the estimated number of tokens of a text.
    func estimatedTokens(in text: String) -> Int
}

/// The attempt that a live answer belongs to, as its stream knows it.
protocol StreamMeter: AnyObject, TokenEstimating {
    /// Settles the attempt by what was received. No more can come from the source.
    func sourceEnded(_ end: StreamState.SourceEnd, received: [ReplyChunk])

    /// Records that a limit has ended the reply. The source may end later.
    func cut(with error: ChatError)

    /// Returns what an error of the source means.
    func chatError(for error: any Error) -> ChatError
}

/// The estimate for an answer whose attempt is hidden by a layer's own source.
struct RequestEstimate: TokenEstimating {
    let model: any ChatModel
    let request: ChatRequest

    var estimatedInputTokens: Int { model.estimatedInputTokens(of: request) }

    func estimatedTokens(in text: String) -> Int { model.estimatedTokens(in: text) }
}
