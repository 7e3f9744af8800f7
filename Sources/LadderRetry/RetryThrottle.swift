public import LadderCore

/// A limit on the retries of all calls that share it, so that an outage is not answered with a storm of retries.
///
/// It counts calls and retries, and refuses retries beyond a share of the calls. A ``Retry`` has one of its own. Give
/// several layers the same one where they ask the same provider:
///
/// ```swift
/// let throttle = RetryThrottle(RetryThrottlePolicy(percent: 10))
/// let fast = try Pipeline(model: model) { Retry(.quick, throttle: throttle) }
/// let slow = try Pipeline(model: model) { Retry(.patient, throttle: throttle) }
/// ```
///
/// It is exact under contention: two calls never take the same retry. Calls under a simulated runtime are counted apart from
/// live ones, so a rehearsal of a production pipeline takes none of its retries.
public final class RetryThrottle: Sendable {
    /// The share, the window and the reserve.
    public let policy: RetryThrottlePolicy
    private let windows: PerRuntime<RetryThrottleWindow>

    /// Creates a throttle with a full reserve.
    public init(_ policy: RetryThrottlePolicy = .standard) {
        self.policy = policy
        windows = PerRuntime { RetryThrottleWindow(policy) }
    }

    /// Returns the number of retries that could be made now, under the live runtime unless you pass another.
    public func retriesLeft(on runtime: Runtime = .live) -> Int {
        let now = runtime.now
        return windows.withLock(on: runtime) { $0.retriesLeft(at: now) }
    }

    /// Counts a call, which adds its share of a retry.
    func recordCall(on runtime: Runtime) {
        let now = runtime.now
        windows.withLock(on: runtime) { $0.recordCall(at: now) }
    }

    /// Takes one retry, and returns whether there was one.
    func takeRetry(on runtime: Runtime) -> Bool {
        let now = runtime.now
        return windows.withLock(on: runtime) { $0.takeRetry(at: now) }
    }
}
