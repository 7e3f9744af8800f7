/// One call: what all copies of its context share.
///
/// It holds the attempt record, the trace and what has been spent. Layers write to the trace with
/// ``CallContext/note(_:by:_:_:)``; the model call writes the rest.
public final class Call: Sendable {
    /// Unique within the pipeline and its copies.
    public let id: UInt64
    /// For whom the call is made.
    public let scope: CallScope
    /// When it began.
    public let start: Instant
    /// The outside world.
    public let runtime: Runtime

    let environment: PipelineEnvironment
    let wallStart: WallTime
    let queues: [ObserverQueue]
    private let record = Locked(CallRecord())

    init(id: UInt64, scope: CallScope, runtime: Runtime, environment: PipelineEnvironment) {
        self.id = id
        self.scope = scope
        self.runtime = runtime
        self.environment = environment
        start = runtime.now
        // Only observers look at the calendar.
        wallStart = environment.observers.isEmpty ? WallTime(nanosecondsSince1970: 0) : runtime.wallNow
        queues = environment.observers.map { ObserverQueue($0) }
    }

    /// What happened so far.
    public var trace: Trace {
        record.withLock { $0.trace }
    }

    /// The attempts so far, oldest first.
    public var attempts: [Attempt] {
        record.withLock { $0.attempts }
    }

    /// The newest attempt.
    public var lastAttempt: Attempt? {
        record.withLock { $0.attempts.last }
    }

    /// What all attempts of the call have used so far. Money is nil as soon as one attempt's price is unknown.
    public var spent: Spend {
        record.withLock { $0.spent }
    }

    /// The last error a model gave this call.
    public var lastError: ChatError? {
        record.withLock { $0.lastError }
    }

    func note(_ event: TraceEvent) {
        record.withLock { $0.append(event) }
        tell(.step(event))
    }

    func tell(_ kind: CallEvent.Kind) {
        for queue in queues { queue.add(CallEvent(call: self, kind: kind)) }
    }

    func fail(_ error: ChatError) {
        record.withLock { $0.lastError = error }
    }

    func change<Result>(_ change: (inout sending CallRecord) -> sending Result) -> sending Result {
        record.withLock(change)
    }
}
