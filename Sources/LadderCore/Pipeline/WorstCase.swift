/// The worst case of a call: the most attempts, time and money that it can take.
public struct WorstCase: Hashable, Sendable {
    /// The largest number of attempts, of all models together.
    public var attempts: Int
    /// The longest time that is spent waiting between attempts.
    public var wait: Duration
    /// The longest time in all; nil when nothing limits it.
    public var time: Duration?
    /// The highest cost; nil when a price or the size of the answer is unknown.
    public var cost: Money?

    /// Creates a worst case, by default that of one attempt.
    public init(attempts: Int = 1, wait: Duration = .zero, time: Duration? = nil, cost: Money? = nil) {
        self.attempts = attempts
        self.wait = wait
        self.time = time
        self.cost = cost
    }

    /// Returns the worst case of a call that waits this much longer.
    package func delayed(by wait: Duration) -> WorstCase {
        var worst = self
        worst.wait = worst.wait.saturatingAdding(wait)
        worst.time = worst.time?.saturatingAdding(wait)
        return worst
    }

    /// Returns the worst case of `count` repetitions, one after the other.
    public func repeated(_ count: Int) -> WorstCase {
        let count = max(1, count)
        func times(_ duration: Duration) -> Duration {
            .nanoseconds(duration.clampedNanoseconds.saturatingMultiplied(by: Int64(count)))
        }
        return WorstCase(
            attempts: attempts.saturatingMultiplied(by: count), wait: times(wait), time: time.map(times),
            cost: cost.map { $0.multiplied(by: count) })
    }
}
