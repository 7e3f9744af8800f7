package import LadderCore

/// A token bucket over a sliding window, as a pure value that counts in hundredths of a retry.
///
/// Every call adds its share of a retry, every retry takes a whole one, and both leave the bucket when the window has
/// passed. Whenever a retry is granted, the retries of the window are at most the policy's share of its calls, plus the
/// reserve: exactly, not on average.
///
/// The window moves in tenths. A clock that goes backwards is treated as one that stands still.
package struct RetryThrottleWindow: Hashable, Sendable {
    private static let slotCount: Int64 = 10
    private static let retry = 100

    private let share: Int
    private let reserve: Int
    private let slotLength: Int64
    private var slots = [Int](repeating: 0, count: Int(RetryThrottleWindow.slotCount))
    private var sum = 0
    private var newest = Int64.min

    /// Creates an empty window with a full reserve.
    package init(_ policy: RetryThrottlePolicy) {
        share = min(max(0, policy.percent), 1_000)
        reserve = min(max(0, policy.reserve), 100_000) * RetryThrottleWindow.retry
        slotLength = max(1, policy.window.clampedNanoseconds / RetryThrottleWindow.slotCount)
    }

    /// Counts a call, which adds its share of a retry.
    package mutating func recordCall(at now: Instant) {
        advance(to: now)
        add(share)
    }

    /// Takes one retry, and returns whether there was one.
    package mutating func takeRetry(at now: Instant) -> Bool {
        guard retriesLeft(at: now) > 0 else { return false }
        add(-RetryThrottleWindow.retry)
        return true
    }

    /// Returns the number of retries that could be made now.
    package mutating func retriesLeft(at now: Instant) -> Int {
        advance(to: now)
        return max(0, sum.saturatingAdding(reserve)) / RetryThrottleWindow.retry
    }

    private mutating func add(_ units: Int) {
        let index = index(of: newest)
        slots[index] = slots[index].saturatingAdding(units)
        sum = sum.saturatingAdding(units)
    }

    /// Empties the slots that the window has left behind.
    private mutating func advance(to now: Instant) {
        let slot = now.nanoseconds / slotLength
        guard slot > newest else { return }
        let firstNew = max(newest.saturatingAdding(1), slot.saturatingSubtracting(RetryThrottleWindow.slotCount - 1))
        for passed in firstNew...slot {
            sum = sum.saturatingSubtracting(slots[index(of: passed)])
            slots[index(of: passed)] = 0
        }
        newest = slot
    }

    private func index(of slot: Int64) -> Int {
        let remainder = slot % RetryThrottleWindow.slotCount
        return Int(remainder < 0 ? remainder + RetryThrottleWindow.slotCount : remainder)
    }
}
