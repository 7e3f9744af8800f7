public import LadderCore

/// Stops retry storms: counts the calls and the retries of everybody who shares it, and refuses retries beyond a share.
///
/// A `Retry` has one of its own. Give several layers the same one where they ask the same provider:
///
/// ```swift
/// let throttle = RetryThrottle(RetryThrottlePolicy(percent: 10))
/// let fast = try Pipeline(model: model) { Retry(.quick, throttle: throttle) }
/// let slow = try Pipeline(model: model) { Retry(.patient, throttle: throttle) }
/// ```
///
/// It is exact under contention: two calls never take the same retry. It costs a call one lock and one look at the clock.
public final class RetryThrottle: Sendable {
    /// What it goes by.
    public let policy: RetryThrottlePolicy
    private let window: Locked<RetryThrottleWindow>

    /// A throttle of its own, with a full reserve.
    public init(_ policy: RetryThrottlePolicy = .standard) {
        self.policy = policy
        window = Locked(RetryThrottleWindow(policy))
    }

    /// How many retries could be made now.
    public func retriesLeft(at now: Instant) -> Int {
        window.withLock { $0.retriesLeft(at: now) }
    }

    func countCall(at now: Instant) {
        window.withLock { $0.countCall(at: now) }
    }

    func takeRetry(at now: Instant) -> Bool {
        window.withLock { $0.takeRetry(at: now) }
    }
}
