/// The state and the counts of one breaker at one moment.
public struct BreakerSnapshot: Hashable, Sendable {
    /// The target that the breaker guards.
    public let target: String
    /// The state of the breaker.
    public let state: BreakerState
    /// The reason why the breaker entered its state.
    public let cause: BreakerCause
    /// The number of failures since the last success.
    public let consecutiveFailures: Int
    /// The number of results in the window, neutral ones not counted.
    public let calls: Int
    /// The number of failures in the window.
    public let failures: Int
    /// The number of successes in the window whose first content was slow.
    public let slowFirstContent: Int
    /// The number of times the breaker opened by itself since the target was last healthy; the open time grows with it.
    public let openings: Int
    /// The number of undecided probes that hold a slot.
    public let probesUnderWay: Int
    /// The counts since the breaker was made or reset.
    public let totals: BreakerTotals
}
