import Synchronization

/// A call of a pipeline: the record that all copies of its context share.
///
/// It holds the attempts, the trace and what has been spent. Layers write to the trace with
/// ``CallContext/note(_:by:reason:detail:)``; the model call writes the rest.
public final class Call: Sendable {
    /// The caller's own id of the call, else an id that is unique across processes.
    public var id: String { options.id ?? core.callID(number: number) }
    /// The number of the call in its pipeline and all copies of it, from 1.
    package let number: UInt64
    /// The tenant, user and session for which the call is made.
    public var scope: CallScope { options.scope }
    /// The time at which the call began.
    public let start: Instant

    /// The caller's options, with the pipeline's default scope where theirs is empty.
    let options: CallOptions
    let core: PipelineCore
    let wallStart: WallTime
    let queues: [ObserverQueue]
    let attemptsLeft: Atomic<Int>
    private let record = Locked(CallRecord())
    private let isOver = Atomic<Bool>(false)

    init(_ core: PipelineCore, number: UInt64, options: consuming CallOptions) {
        self.number = number
        self.core = core
        start = core.runtime.now
        attemptsLeft = Atomic(max(0, min(options.maximumAttempts ?? core.settings.maximumAttempts, 256)))
        if let usual = core.settings.defaultScope { options.scope = options.scope.filled(from: usual) }
        self.options = options
        // Only observers need the calendar.
        let isObserved = !core.settings.observers.isEmpty
        wallStart = isObserved ? core.runtime.wallNow : WallTime(nanosecondsSince1970: 0)
        queues = core.settings.observers.map { ObserverQueue($0) }
    }

    /// The source of time, sleep, random numbers and background work.
    public var runtime: Runtime { core.runtime }

    /// The current time on the runtime's clock.
    var now: Instant { core.runtime.now }

    /// The decisions that layers have recorded so far.
    public var trace: Trace {
        var trace = record.withLock { $0.trace }
        trace.callID = id
        return trace
    }

    /// The attempts so far, oldest first.
    public var attempts: [Attempt] {
        record.withLock { $0.attempts }
    }

    /// The newest attempt; nil before the first.
    public var lastAttempt: Attempt? {
        record.withLock { $0.attempts.last }
    }

    /// The tokens and the money that all attempts and embeddings have used so far. The money is nil once one of them has
    /// no known price.
    public var spent: TokenSpend {
        record.withLock { $0.spent }
    }

    /// Adds what a layer has used beside the attempts, such as for an embedding.
    package func charge(_ spend: TokenSpend) {
        record.withLock { $0.charge(spend) }
    }

    /// The last error that a model has thrown in this call.
    public var lastError: ChatError? {
        record.withLock { $0.lastError }
    }

    func note(_ event: TraceEvent) {
        record.withLock { $0.append(event) }
        publish(.step(event))
    }

    func publish(_ kind: @autoclosure () -> CallEvent.Kind) {
        if queues.isEmpty { return }
        let event = CallEvent(call: self, kind: kind())
        for queue in queues { queue.add(event) }
    }

    func change<Result>(_ change: (inout sending CallRecord) -> sending Result) -> sending Result {
        record.withLock(change)
    }

    // MARK: Beginning and end

    func began(_ request: ChatRequest, delivery: Delivery) {
        core.tracker?.began(self)
        if queues.isEmpty { return }
        for queue in queues { queue.start(on: core.runtime, with: request) }
        publish(
            .began(
                BeganCall(
                    model: request.model, delivery: delivery, messages: request.messages.count,
                    textBytes: request.messages.reduce(0) { $0.saturatingAdding($1.text.utf8.count) })))
    }

    /// Ends the call for its caller. Only the first end counts.
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
            publish(.ended(summary))
        }
        core.tracker?.ended(self)
        core.registry.leave()
    }
}

extension Call: OpenCall {
    package var lastStep: String? { record.withLock { $0.trace.events.last?.description } }
}
