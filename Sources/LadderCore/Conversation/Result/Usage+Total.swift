extension Usage {
    /// The sum of input and output tokens, never negative, saturating.
    public var totalTokens: Int {
        max(0, inputTokens).saturatingAdding(max(0, outputTokens))
    }
}
