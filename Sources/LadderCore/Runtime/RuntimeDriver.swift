/// What a ``Runtime`` is made of: the four things Ladder takes from the outside world.
///
/// There are two drivers: the live one, and the simulator in LadderTesting. Write a third only to put Ladder on clocks or
/// executors of your own.
public protocol RuntimeDriver: AnyObject, Sendable {
    /// The present moment. Monotonic, and it goes on while the device sleeps.
    var now: Instant { get }

    /// The present moment on the calendar.
    var wallNow: WallTime { get }

    /// Returns at `instant`, or throws `CancellationError` as soon as the task is cancelled.
    func sleep(until instant: Instant) async throws

    /// A random number, uniform over all 64-bit patterns.
    func random() -> UInt64

    /// Starts `work` in a task that may outlive its caller and returns a way to cancel it.
    ///
    /// The work may begin, and even end, before this returns. It sees the caller's task-local values.
    func spawn(_ name: String, operation work: @escaping @isolated(any) @Sendable () async -> Void)
        -> @Sendable () -> Void

    /// A call has entered a pipeline that runs here.
    func began(_ call: Call)

    /// A call has been answered, has failed, or has been abandoned.
    func ended(_ call: Call)
}

extension RuntimeDriver {
    /// Nothing to do.
    public func began(_ call: Call) {}

    /// Nothing to do.
    public func ended(_ call: Call) {}
}
