extension PriceBook {
    /// Returns the cost of one answer; nil when the price of its model is unknown.
    ///
    /// Cached and written answers cost nothing, and neither does an answer without tokens. The cost is that of the
    /// attempt that wrote the answer: failed attempts before it are part of ``ChatResponse/cost`` only.
    ///
    /// ```swift
    /// let response = try await pipeline.respond(to: "What is a monad?")
    /// let cost = PriceBook.builtIn.cost(of: response)
    /// ```
    public func cost(of response: ChatResponse) -> Money? {
        if response.cached != nil { return .zero }
        switch response.fallbackLevel {
        case .exactCache, .semanticCache, .staleCache, .staticFAQ, .apology: return .zero
        case .primary, .fallbackModel: break
        }
        return response.usage.totalTokens == 0 ? .zero : cost(of: response.usage, model: response.model)
    }
}
