/// A type that supplies a ``Runtime`` with time, sleep, random numbers and tasks.
///
/// There are two drivers: the live one, and the simulator in LadderTesting. Write a third only to run Ladder on your
/// own clocks or executors.
public protocol RuntimeDriver: AnyObject, Sendable {
    /// The current time. It is monotonic, and it goes on while the device sleeps.
    var now: Instant { get }

    /// The current time on the calendar.
    var wallNow: WallTime { get }

    /// Suspends the task until `instant`, or throws `CancellationError` as soon as the task is cancelled.
    func sleep(until instant: Instant) async throws

    /// Returns a random number, uniform over all 64-bit patterns.
    func random() -> UInt64

    /// Starts `work` in a task that may outlive its caller and returns a way to cancel it.
    ///
    /// The work may begin, and even end, before this returns. It sees the caller's task-local values.
    func spawn(_ name: String, operation work: @escaping @isolated(any) @Sendable () async -> Void)
        -> @Sendable () -> Void
}
