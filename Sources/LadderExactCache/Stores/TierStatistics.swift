/// What one tier of a tiered store has done.
public struct TierStatistics: Hashable, Sendable {
    /// The number of entries that the tier returned.
    public var hits = 0
    /// The number of keys that the tier had no entry of.
    public var misses = 0
    /// The number of entries that were copied to the tier from one behind it.
    public var copies = 0
    /// The number of operations that failed or took too long.
    public var failures = 0
    /// The number of operations that left the tier out: it rested, or an invalidation did not reach it yet.
    public var skipped = 0

    /// Creates the statistics of a tier that has done nothing.
    public init() {}
}
