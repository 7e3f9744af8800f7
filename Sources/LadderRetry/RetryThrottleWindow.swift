public import LadderCore

/// A token bucket over a sliding window, as a pure value in integer units.
///
/// Every call pays in its share of a retry, every retry takes out a whole one; both are forgotten when the window has
/// passed over them. Whenever a retry is granted, the retries of the window are at most the policy's share of the calls
/// in it, plus the reserve: exactly, not on average.
///
/// The window moves in tenths. Time that runs backwards counts as standing still.
public struct RetryThrottleWindow: Hashable, Sendable {
    /// What it goes by.
    public let policy: RetryThrottlePolicy
    private let share: Int
    private let reserve: Int
    private let slotLength: Int64
    private var slots = [Int](repeating: 0, count: RetryThrottleWindow.slotCount)
    private var sum = 0
    private var newest = Int64.min

    private static let slotCount = 10
    /// A retry in the units of the bucket: hundredths.
    private static let retry = 100

    /// An empty window with a full reserve.
    public init(_ policy: RetryThrottlePolicy) {
        self.policy = policy
        share = min(max(0, policy.percent), 1_000)
        reserve = min(max(0, policy.reserve), 100_000) * RetryThrottleWindow.retry
        slotLength = max(1, policy.window.clampedNanoseconds / Int64(RetryThrottleWindow.slotCount))
    }

    /// A call has come.
    public mutating func countCall(at now: Instant) {
        add(share, at: now)
    }

    /// Takes a retry out, or says that there is none.
    public mutating func takeRetry(at now: Instant) -> Bool {
        guard retriesLeft(at: now) > 0 else { return false }
        add(-RetryThrottleWindow.retry, at: now)
        return true
    }

    /// How many retries could be made now.
    public mutating func retriesLeft(at now: Instant) -> Int {
        advance(to: now)
        return max(0, sum.saturatingAdding(reserve)) / RetryThrottleWindow.retry
    }

    private mutating func add(_ units: Int, at now: Instant) {
        advance(to: now)
        slots[position(of: newest)] = slots[position(of: newest)].saturatingAdding(units)
        sum = sum.saturatingAdding(units)
    }

    /// Forgets what the window has passed over.
    private mutating func advance(to now: Instant) {
        let slot = now.nanoseconds / slotLength
        guard slot > newest else { return }
        let isFar = slot.saturatingSubtracting(newest) >= Int64(RetryThrottleWindow.slotCount)
        if isFar {
            for index in slots.indices { slots[index] = 0 }
            sum = 0
        } else {
            for passed in (newest + 1)...slot {
                sum -= slots[position(of: passed)]
                slots[position(of: passed)] = 0
            }
        }
        newest = slot
    }

    private func position(of slot: Int64) -> Int {
        let remainder = Int(slot % Int64(RetryThrottleWindow.slotCount))
        return remainder < 0 ? remainder + RetryThrottleWindow.slotCount : remainder
    }
}

extension Int {
    fileprivate func saturatingAdding(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}
