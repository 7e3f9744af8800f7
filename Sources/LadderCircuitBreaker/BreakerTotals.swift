/// The counts of one breaker since it was made or reset.
public struct BreakerTotals: Hashable, Sendable {
    /// The number of calls that were admitted, probes included.
    public internal(set) var admitted = 0
    /// The number of calls that were refused.
    public internal(set) var rejected = 0
    /// The number of results that were a success.
    public internal(set) var succeeded = 0
    /// The number of results that were a failure, including those that opened the breaker at once.
    public internal(set) var failed = 0
    /// The number of results that say nothing about the target.
    public internal(set) var neutral = 0
    /// The number of results that were ignored because their ticket belonged to an earlier period.
    public internal(set) var late = 0
}
