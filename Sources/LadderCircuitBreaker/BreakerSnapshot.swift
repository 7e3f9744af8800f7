/// What one breaker has counted.
public struct BreakerSnapshot: Hashable, Sendable {
    /// Whose breaker.
    public let target: String
    /// Where it stands.
    public let state: BreakerState
    /// Why it stands there.
    public let cause: BreakerCause
    /// Failures in a row.
    public let consecutiveFailures: Int
    /// Verdicts other than neutral in the window.
    public let calls: Int
    /// Failures in the window.
    public let failures: Int
    /// Slow heads in the window.
    public let slowFirstContent: Int
    /// How often it opened by itself since it was last healthy.
    public let openings: Int
    /// How many probes hold a slot.
    public let probesUnderWay: Int
    /// What was counted since the breaker was made.
    public let totals: BreakerTotals
}

/// What a breaker has counted since it was made.
public struct BreakerTotals: Hashable, Sendable {
    /// Calls let through.
    public internal(set) var admitted = 0
    /// Calls refused.
    public internal(set) var rejected = 0
    /// Verdicts of success.
    public internal(set) var succeeded = 0
    /// Verdicts of failure, those that opened it at once included.
    public internal(set) var failed = 0
    /// Verdicts that say nothing.
    public internal(set) var neutral = 0
    /// Verdicts that came too late to count.
    public internal(set) var late = 0
}
