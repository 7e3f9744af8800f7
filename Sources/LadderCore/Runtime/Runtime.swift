/// The source of time, sleep, random numbers, and tasks that outlive their caller.
///
/// A layer takes it from its context and uses no other source, so that a pipeline can run in virtual time:
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
    /// The driver that time, random numbers and tasks come from.
    package let driver: any RuntimeDriver
    let registry: WorkRegistry?
    /// Whether time, random numbers and tasks are those of the system.
    let isLive: Bool

    /// Creates a runtime over a driver, such as your own.
    public init(_ driver: any RuntimeDriver) {
        self.init(driver, registry: nil)
    }

    init(_ driver: any RuntimeDriver, registry: WorkRegistry?) {
        self.driver = driver
        self.registry = registry
        isLive = driver is LiveDriver
    }

    /// The runtime with the system's clock, random numbers and tasks.
    public static let live = Runtime(LiveDriver())

    /// The current time on the monotonic clock.
    public var now: Instant { driver.now }

    /// The current time on the calendar.
    public var wallNow: WallTime { driver.wallNow }

    /// Whether a shutdown has cancelled what was under way: work that is started now is cancelled at once.
    package var isShutDown: Bool { registry?.isCancelled ?? false }

    /// Returns a time of the calendar as an instant of this runtime, by the current difference between the two.
    public func instant(at time: WallTime) -> Instant {
        now + (time - wallNow)
    }

    /// Returns an instant of this runtime as a time of the calendar, by the current difference between the two.
    public func wallTime(at instant: Instant) -> WallTime {
        wallNow + (instant - now)
    }

    /// Suspends the task until `instant`, or throws `CancellationError` as soon as the task is cancelled.
    public func sleep(until instant: Instant) async throws {
        try await driver.sleep(until: instant)
    }

    /// Suspends the task for `duration`, or throws `CancellationError` as soon as the task is cancelled.
    public func sleep(for duration: Duration) async throws {
        try await driver.sleep(until: now + duration)
    }

    /// Returns a random number, uniform over all 64-bit patterns.
    public func random() -> UInt64 { driver.random() }

    /// Returns a random number, uniform from 0 up to but not including 1.
    public func uniform() -> Double {
        Double(driver.random() >> 11) * 0x1p-53
    }

    /// Starts work that may outlive its caller, and returns a way to cancel it.
    ///
    /// `pipeline.shutdown(within:)` reports the name if the work has not ended then. The work may begin, and even end,
    /// before this returns; it sees the caller's task-local values.
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
        registry.setCancellation(of: id, to: cancel)
        return cancel
    }
}
