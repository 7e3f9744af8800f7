import Synchronization

/// One call: what all copies of its context share.
///
/// It holds the attempt record, the trace and what has been spent. Layers write to the trace with
/// ``CallContext/note(_:by:_:_:)``; the model call writes the rest.
public final class Call: Sendable {
    /// Unique within the pipeline and its copies.
    public let id: UInt64
    /// For whom the call is made.
    public var scope: CallScope { options.scope }
    /// When it began.
    public let start: Instant

    let options: CallOptions
    let core: PipelineCore
    /// The layers of the pipeline, which `core` keeps alive.
    @usableFromInline let chain: ChainRange
    private let isLive: Bool
    private let lastLook: Atomic<Int64>
    let wallStart: WallTime
    let queues: [ObserverQueue]
    let attemptsLeft: Atomic<Int>
    private let record = Locked(CallRecord())
    private let isOver = Atomic<Bool>(false)

    init(_ core: PipelineCore, id: UInt64, options: CallOptions) {
        self.id = id
        self.core = core
        chain = core.layerRange
        self.options = options
        isLive = core.isLive
        start = isLive ? LiveDriver.now : core.runtime.now
        lastLook = Atomic(start.nanoseconds)
        attemptsLeft = Atomic(max(0, min(options.maximumAttempts ?? core.settings.maximumAttempts, 256)))
        // Only observers look at the calendar.
        wallStart = core.isObserved ? core.runtime.wallNow : WallTime(nanosecondsSince1970: 0)
        queues = core.isObserved ? core.settings.observers.map { ObserverQueue($0) } : []
    }

    /// The outside world.
    public var runtime: Runtime { core.runtime }

    /// The present moment. Read several times in every call, so the way to the live clock is short.
    var now: Instant {
        let now = isLive ? LiveDriver.now : core.runtime.now
        lastLook.store(now.nanoseconds, ordering: .relaxed)
        return now
    }

    /// When somebody last looked at the clock for this call.
    var recently: Instant { Instant(nanoseconds: lastLook.load(ordering: .relaxed)) }

    /// What happened so far.
    public var trace: Trace {
        record.withLock { $0.trace(since: start) }
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
    public var spent: TokenSpend {
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

    func tell(_ kind: @autoclosure () -> CallEvent.Kind) {
        if queues.isEmpty { return }
        let event = CallEvent(call: self, kind: kind())
        for queue in queues { queue.add(event) }
    }

    func change<Result>(_ change: (inout sending CallRecord) -> sending Result) -> sending Result {
        record.withLock(change)
    }

    // MARK: Beginning and end

    func began(_ request: ChatRequest, _ delivery: Delivery) {
        if !isLive { core.runtime.driver.began(self) }
        guard !queues.isEmpty else { return }
        for queue in queues { queue.start(on: core.runtime) }
        let bytes = request.messages.reduce(0) { $0 + $1.text.utf8.count }
        tell(
            .began(
                BeganCall(
                    model: request.model, delivery: delivery, messages: request.messages.count, textBytes: bytes)))
    }

    /// The call is over for its caller. Only the first end counts.
    func end(_ describe: (inout CallSummary) -> Void) {
        guard isOver.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing).exchanged else {
            return
        }
        if !queues.isEmpty {
            let attempts = attempts
            var summary = CallSummary(
                level: nil, model: nil, finishReason: nil, error: nil, wasAbandoned: false, usage: Usage(),
                cost: spent.money, latency: now - start,
                timeToFirstContent: attempts.compactMap(\.firstContent).min().map { $0 - start }, attempts: attempts)
            describe(&summary)
            tell(.ended(summary))
        }
        if !isLive { core.runtime.driver.ended(self) }
        core.registry.leave()
    }
}
