/// Estimates tokens where a provider does not say.
protocol TokenEstimating: Sendable {
    /// About how many tokens the request has.
    var estimatedInputTokens: Int { get }

    /// Returns about how many tokens a text has.
    func estimatedTokens(in text: String) -> Int
}

/// What a live answer tells the attempt it belongs to.
protocol StreamMeter: AnyObject, TokenEstimating {
    /// Settles the attempt by what was received: no more can come from the source.
    func sourceEnded(_ received: [ReplyChunk], _ end: StreamState.SourceEnd)

    /// Records that a limit has ended the reply; the source may end later.
    func cut(with error: ChatError)

    /// Returns what an error of the source means.
    func chatError(for error: any Error) -> ChatError
}

/// The estimate for an answer that comes from a layer's own source.
struct RequestEstimate: TokenEstimating {
    let model: any ChatModel
    let request: ChatRequest

    var estimatedInputTokens: Int { model.estimatedInputTokens(of: request) }

    func estimatedTokens(in text: String) -> Int { model.estimatedTokens(in: text) }
}
