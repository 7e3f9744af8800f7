/// How chance spreads the waits of callers that failed together, so that they do not come back together.
public enum Jitter: String, Hashable, Sendable, CaseIterable {
    /// Anything from nothing up to the backoff: spreads best, and waits half as long on average.
    case full
    /// Half the backoff, and up to another half by chance.
    case equal
    /// Anything from the base up to three times the wait before, within the cap.
    case decorrelated
    /// No chance at all: for tests and for single callers.
    case none
}
