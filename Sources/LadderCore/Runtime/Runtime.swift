/// The outside world in one value: time, sleep, randomness, and tasks that outlive their caller.
///
/// A layer reads it from its context and uses nothing else, which is why a pipeline can be rehearsed in virtual time:
///
/// ```swift
/// struct Slow: Middleware {
///     func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
///         try await context.runtime.sleep(for: .seconds(1))
///         return try await next(request, context)
///     }
/// }
/// ```
public struct Runtime: Sendable {
    /// Where time, randomness and tasks come from.
    public let driver: any RuntimeDriver
    let registry: WorkRegistry?
    /// Whether this is the real world.
    let isLive: Bool

    /// A runtime over a driver of your own.
    public init(_ driver: any RuntimeDriver) {
        self.init(driver, registry: nil)
    }

    init(_ driver: any RuntimeDriver, registry: WorkRegistry?) {
        self.driver = driver
        self.registry = registry
        isLive = driver is LiveDriver
    }

    /// The real world.
    public static let live = Runtime(LiveDriver())

    /// The present moment.
    public var now: Instant { driver.now }

    /// The present moment on the calendar.
    public var wallNow: WallTime { driver.wallNow }

    /// A moment of the calendar as a moment of this runtime, by today's difference between the two.
    public func instant(at time: WallTime) -> Instant {
        now + (time - wallNow)
    }

    /// A moment of this runtime as a moment of the calendar.
    public func wallTime(at instant: Instant) -> WallTime {
        wallNow + (instant - now)
    }

    /// Returns at `instant`, or throws `CancellationError` as soon as the task is cancelled.
    public func sleep(until instant: Instant) async throws {
        try await driver.sleep(until: instant)
    }

    /// Returns after `duration`, or throws `CancellationError` as soon as the task is cancelled.
    public func sleep(for duration: Duration) async throws {
        try await driver.sleep(until: now + duration)
    }

    /// A random number, uniform over all 64-bit patterns.
    public func random() -> UInt64 { driver.random() }

    /// A random number, uniform from 0 up to, not including, 1.
    public func uniform() -> Double {
        Double(driver.random() >> 11) * 0x1p-53
    }

    /// Starts work that may outlive its caller, and returns a way to cancel it.
    ///
    /// The name is what `pipeline.shutdown(within:)` reports if the work is still alive then. The work may begin, and
    /// even end, before this returns; it sees the caller's task-local values.
    @discardableResult
    public func spawn(
        _ name: String, operation work: @escaping @isolated(any) @Sendable () async -> Void
    ) -> @Sendable () -> Void {
        guard let registry else { return driver.spawn(name, operation: work) }
        let id = registry.begin(name)
        let cancel = driver.spawn(name) {
            await work()
            registry.end(id)
        }
        registry.own(id, cancel)
        return cancel
    }
}
