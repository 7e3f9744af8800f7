/// The state of one account within its window.
public struct LedgerStatus: Hashable, Sendable {
    /// The maximum that counts, which may have been set for this account alone.
    public var maximum: Int64
    /// The amount that was charged within the window.
    public var spent: Int64
    /// The amount that is held by open attempts.
    public var held: Int64
    /// The time at which the window ends, or at which a rolling window has room again; nil when that never happens.
    public var resets: WallTime?

    /// Creates the state of an account.
    public init(maximum: Int64, spent: Int64 = 0, held: Int64 = 0, resets: WallTime? = nil) {
        self.maximum = maximum
        self.spent = spent
        self.held = held
        self.resets = resets
    }

    /// The amount that may still be held, 0 or more.
    public var remaining: Int64 {
        max(0, maximum.saturatingSubtracting(spent.saturatingAdding(held)))
    }

    /// The amount by which more was charged than the maximum, 0 in most cases.
    public var overspent: Int64 {
        max(0, spent.saturatingSubtracting(maximum))
    }
}
