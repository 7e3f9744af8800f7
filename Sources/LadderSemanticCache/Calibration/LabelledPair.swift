/// Two questions, and whether one answer serves both: what a calibration learns from.
///
/// Take pairs from your own traffic, with close calls among them: questions that look alike and need different answers
/// decide where the threshold has to be.
public struct LabelledPair: Hashable, Sendable {
    /// One question.
    public var first: String
    /// The other question; the order does not matter.
    public var second: String
    /// Whether the answer to one question is right for the other.
    public var isSame: Bool

    /// Creates a pair.
    public init(first: String, second: String, isSame: Bool) {
        self.first = first
        self.second = second
        self.isSame = isSame
    }
}
