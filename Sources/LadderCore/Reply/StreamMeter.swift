/// Settles one streamed attempt by what its source handed over, whether or not anybody read it.
final class StreamMeter: Sendable {
    let model: any ChatModel
    let inputTokens: Int
    private let attempt: AttemptMeter

    init(_ attempt: AttemptMeter) {
        self.attempt = attempt
        model = attempt.model
        inputTokens = attempt.model.estimatedInputTokens(of: attempt.request)
    }

    func settle(_ received: [ReplyChunk], _ end: StreamState.SourceEnd) {
        let usage = CompletionBuilder.usage(of: received, meter: self)
        switch end {
        case .finished: attempt.end(usage, error: nil, verdict: .finished)
        case .failed(let error): attempt.end(usage, error: error, verdict: .failed)
        case .cancelled: attempt.end(usage, error: nil, verdict: .abandoned)
        }
    }
}
