/// A type that returns the approximate number of tokens in a text without asking a provider.
///
/// Estimates size reservations, and stand in for counts that a provider does not report. ``StandardTokenEstimator`` is
/// the default of every model. To count with a tokenizer of your own, conform a type to this protocol and call it from
/// ``ChatModel/estimatedTokens(in:)``.
public protocol TokenEstimator: Sendable {
    /// Returns the approximate number of tokens in `text`, 0 for an empty text.
    func tokens(in text: String) -> Int
}
