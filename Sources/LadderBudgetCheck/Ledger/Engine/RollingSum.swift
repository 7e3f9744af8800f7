import LadderCore

/// The sum of the amounts within a rolling window, kept in sixtieths of its length.
///
/// An amount counts for at least the length of the window, and for at most a sixtieth more. There are never more than
/// 61 buckets; those without an amount are not kept.
struct RollingSum {
    private struct Bucket {
        let index: Int64
        var amount: Int64
    }

    /// The shortest window, in nanoseconds; a shorter one is extended to it.
    private static let shortest: Int64 = 1_000_000_000
    private static let bucketsPerWindow: Int64 = 60

    /// The length of the window in nanoseconds.
    let length: Int64
    private(set) var sum: Int64 = 0
    /// The buckets with an amount, oldest first.
    private var buckets: [Bucket] = []
    /// The instant at which the oldest bucket leaves the window.
    private var nextLeave = Instant.distantFuture

    init(length: Duration) {
        self.length = RollingSum.nanoseconds(length)
    }

    /// Returns the length of a window in nanoseconds, at least a second.
    static func nanoseconds(_ length: Duration) -> Int64 {
        max(shortest, length.clampedNanoseconds)
    }

    /// Removes the amounts that have left the window.
    mutating func advance(to now: Instant) {
        guard now >= nextLeave else { return }
        let kept = buckets.firstIndex { leaveTime(of: $0) > now } ?? buckets.count
        buckets.removeFirst(kept)
        sum = buckets.reduce(0) { $0.saturatingAdding($1.amount) }
        nextLeave = buckets.first.map { leaveTime(of: $0) } ?? .distantFuture
    }

    mutating func add(_ amount: Int64, at now: Instant) {
        advance(to: now)
        guard amount > 0 else { return }
        sum = sum.saturatingAdding(amount)
        let index = bucketIndex(at: now)
        // Callers read the clock before they take the lock, so an earlier time can come later.
        if let newest = buckets.last, newest.index >= index {
            buckets[buckets.count - 1].amount = newest.amount.saturatingAdding(amount)
        } else {
            buckets.append(Bucket(index: index, amount: amount))
            if buckets.count == 1 { nextLeave = leaveTime(of: buckets[0]) }
        }
    }

    /// Returns the instant by which at least `amount` of the present sum has left; nil when the sum is smaller.
    func timeOfLeaving(_ amount: Int64) -> Instant? {
        var left: Int64 = 0
        for bucket in buckets {
            left = left.saturatingAdding(bucket.amount)
            if left >= amount { return leaveTime(of: bucket) }
        }
        return nil
    }

    /// Returns floor(now · 60 / length).
    private func bucketIndex(at now: Instant) -> Int64 {
        let (windows, rest) = max(0, now.nanoseconds).quotientAndRemainder(dividingBy: length)
        let part = length.dividingFullWidth(rest.multipliedFullWidth(by: Self.bucketsPerWindow)).quotient
        return windows.saturatingMultiplied(by: Self.bucketsPerWindow).saturatingAdding(part)
    }

    /// Returns the first instant of the bucket that is 61 buckets later: ceil((index + 61) · length / 60).
    private func leaveTime(of bucket: Bucket) -> Instant {
        let (windows, rest) = bucket.index.saturatingAdding(Self.bucketsPerWindow + 1)
            .quotientAndRemainder(dividingBy: Self.bucketsPerWindow)
        let (part, remainder) = Self.bucketsPerWindow.dividingFullWidth(rest.multipliedFullWidth(by: length))
        return Instant(
            nanoseconds: windows.saturatingMultiplied(by: length)
                .saturatingAdding(part).saturatingAdding(remainder > 0 ? 1 : 0))
    }
}
