extension Usage {
    /// Input and output together, never negative, saturating.
    public var totalTokens: Int {
        let (sum, overflow) = max(0, inputTokens).addingReportingOverflow(max(0, outputTokens))
        return overflow ? .max : sum
    }
}
