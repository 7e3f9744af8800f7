import LadderCore

/// A histogram of durations: an exact count and sum, and fixed buckets from a microsecond to 72 minutes.
///
/// ``quantile(_:)`` is an estimate. Each bucket is a factor of √2 wide, so the error is at most that factor.
public struct LatencyHistogram: Hashable, Sendable {
    /// The number of durations that were counted.
    public private(set) var count = 0
    /// The exact sum of all durations.
    public private(set) var sum = Duration.zero
    /// The number of durations in each bucket; the last bucket has no upper bound.
    public private(set) var counts = [Int](repeating: 0, count: upperBounds.count + 1)

    /// The upper bounds of all buckets but the last: from 1 µs to 72 minutes, each √2 times the one before.
    public static let upperBounds: [Duration] = bounds.map { .nanoseconds($0) }

    private static let bounds: [Int64] = (0...64).map { step in
        let power = Int64(1_000) << Int64(step / 2)
        // Integers give the same bounds on every machine.
        return step % 2 == 0 ? power : power * 1_414_214 / 1_000_000
    }

    /// Creates a histogram without any duration.
    package init() {}

    /// Counts one duration; a negative one counts as zero.
    package mutating func add(_ duration: Duration) {
        let nanoseconds = max(0, duration.clampedNanoseconds)
        count += 1
        sum += .nanoseconds(nanoseconds)
        counts[LatencyHistogram.bucket(of: nanoseconds)] += 1
    }

    private static func bucket(of nanoseconds: Int64) -> Int {
        var (low, high) = (0, bounds.count)
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle] < nanoseconds { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The mean of all durations, or nil when none was counted.
    public var mean: Duration? { count == 0 ? nil : sum / count }

    /// Returns the duration that a share of all durations did not exceed, or nil when none was counted.
    ///
    /// For example, `quantile(0.95)` estimates the 95th percentile. A share outside 0…1 counts as the nearer bound, NaN as 1.
    public func quantile(_ part: Double) -> Duration? {
        guard count > 0 else { return nil }
        let part = part.isNaN ? 1 : min(1, max(0, part))
        let rank = max(1, min(count, Int((part * Double(count)).rounded(.up))))
        var before = 0
        for (index, inBucket) in counts.enumerated() {
            if before + inBucket >= rank {
                let lower = index == 0 ? 0 : LatencyHistogram.bounds[index - 1]
                // The last bucket has no upper bound, so its lower bound is the best estimate.
                guard index < LatencyHistogram.bounds.count else { return .nanoseconds(lower) }
                let width = Double(LatencyHistogram.bounds[index] - lower)
                let share = Double(rank - before) / Double(inBucket)
                return .nanoseconds(lower + Int64(width * share))
            }
            before += inBucket
        }
        return nil
    }
}
