extension CallContext {
    /// Returns what the pipeline's price book knows about the context windows of models, for one request.
    ///
    /// The tokens of the request are estimated only where it has more bytes than the smallest known window has tokens: no
    /// text has more tokens than bytes, and most requests are short.
    package func windows(of models: some Sequence<String>, for request: ChatRequest) -> ModelWindows {
        ModelWindows(tokens: tokens(of: request, ifLongerThan: models.compactMap { contextWindow(of: $0) }.min())) {
            contextWindow(of: $0)
        }
    }

    private func contextWindow(of model: String) -> Int? {
        call.core.price(of: model)?.contextWindow
    }

    private func tokens(of request: ChatRequest, ifLongerThan smallest: Int?) -> Int? {
        guard let smallest, request.inputTokens(counting: { $0.utf8.count }) > smallest else { return nil }
        return call.core.model(for: request, target: nil)?.model.estimatedInputTokens(of: request)
            ?? request.inputTokens(counting: StandardTokenEstimator().tokens(in:))
    }
}
