extension CallContext {
    /// Returns the context window of a model in tokens, as the pipeline's price book knows it; nil where it does not.
    package func contextWindow(of model: String) -> Int? {
        call.core.price(of: model)?.contextWindow
    }

    /// Returns the estimated tokens of a request that may be longer than a model's window; nil for a short one, which is
    /// not counted.
    package func tokensIfLong(_ request: ChatRequest) -> Int? {
        guard request.mayExceedWindows else { return nil }
        return call.core.model(for: request, target: nil)?.model.estimatedInputTokens(of: request)
            ?? StandardTokenEstimator().tokens(of: request)
    }
}

extension StandardTokenEstimator {
    fileprivate func tokens(of request: ChatRequest) -> Int {
        request.messages.reduce(0) { $0.saturatingAdding(tokens(in: $1.text)) }
    }
}

extension ChatRequest {
    /// Whether the request is long enough to count its tokens: no text has more tokens than bytes, and no model in use has
    /// a window of less than 4,096.
    fileprivate var mayExceedWindows: Bool {
        var bytes = 0
        for message in messages {
            for part in message.content {
                switch part {
                case .text(let text): bytes = bytes.saturatingAdding(text.utf8.count)
                case .image, .file, .reasoning, .toolCall, .toolResult: return true
                }
            }
        }
        return bytes > 4_000 || !tools.isEmpty
    }
}
