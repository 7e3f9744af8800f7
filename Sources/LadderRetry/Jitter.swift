/// How random numbers spread the waits of callers that failed at the same time.
public enum Jitter: String, Hashable, Sendable, CaseIterable {
    /// A random wait from zero to the backoff: spreads best, and waits half as long on average.
    case full
    /// Half of the backoff, and a random part of the other half.
    case equal
    /// A random wait from the base to three times the previous backoff, within the cap.
    case decorrelated
    /// The backoff itself, without a random part: for tests and for a single caller.
    case none
}
