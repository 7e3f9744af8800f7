import Synchronization

/// How a call runs, as its layers see it. A value: hand a narrower copy to `next`.
///
/// ```swift
/// struct Hurry: Middleware {
///     func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
///         var context = context
///         context.limits.narrow(to: TimeLimits(total: context.now + .seconds(5)))
///         return try await next(request, context)
///     }
/// }
/// ```
public struct CallContext: Sendable {
    /// What all copies of this context share: the trace, the attempts, what was spent.
    public let call: Call
    /// How the answer is wanted.
    public var delivery: Delivery
    /// When the call must be over.
    public var deadline: Instant?
    /// The limits of the next attempts.
    public var limits = TimeLimits()
    /// What caches may do.
    public var cache: CacheDirective
    /// Who is asked. Nil means the model named in the request.
    public var target: Target?
    /// How many other models an outer layer could still ask.
    public var alternatives = 0
    /// Whether an outer layer holds a stale exact answer.
    public var standIn = false
    /// What may be spent.
    public var purse: Purse {
        get { burden?.purse ?? Purse() }
        set { burden = Burden(purse: newValue, passedModels: passedModels, allowance: allowance) }
    }
    /// The models that fallback layers further out have gone through: a fallback inside another must not lead back.
    package var passedModels: [String] {
        get { burden?.passedModels ?? [] }
        set { burden = Burden(purse: purse, passedModels: newValue, allowance: allowance) }
    }
    private var allowance: AttemptAllowance? {
        get { burden?.allowance }
        set { burden = Burden(purse: purse, passedModels: passedModels, allowance: newValue) }
    }
    private var burden: Burden?

    init(_ call: Call, delivery: Delivery, cache: CacheDirective, deadline: Instant?) {
        self.call = call
        self.delivery = delivery
        self.cache = cache
        self.deadline = deadline
    }

    /// For whom the call is made.
    public var scope: CallScope { call.scope }

    /// The outside world.
    public var runtime: Runtime { call.core.runtime }

    /// The present moment.
    public var now: Instant { call.now }

    /// How often a model may still be asked.
    public var attemptsLeft: Int {
        let left = call.attemptsLeft.load(ordering: .relaxed)
        return allowance.map { min(left, $0.remaining) } ?? left
    }

    /// The same context with at most this many attempts, which count against the call's own as well.
    public func allowing(attempts: Int) -> CallContext {
        var copy = self
        copy.allowance = AttemptAllowance(attempts, within: allowance)
        return copy
    }

    /// What the asked target is known by: the router's choice, or the model's name.
    public func targetID(for request: ChatRequest) -> String {
        target?.id ?? request.model
    }

    /// Whether waiting this long still leaves time before the deadline, and before a total that covers all attempts.
    public func hasTime(for wait: Duration) -> Bool {
        guard let end else { return true }
        return now + wait < end
    }

    /// When asking must be over: at the deadline, or at a total from outside that covers all attempts together.
    package var end: Instant? { Instant.earlier(deadline, limits.total) }

    /// Adds a line to the trace. Never put prompt or answer text in it.
    public func note(
        _ verdict: TraceEvent.Verdict,
        by stage: String,
        _ reason: @autoclosure () -> String = "",
        _ detail: TraceEvent.Detail? = nil
    ) {
        let offset = now - call.start
        call.note(TraceEvent(stage: stage, verdict: verdict, reason: reason(), offset: offset, detail: detail))
    }

    /// What few calls carry, kept apart because every layer may copy its context.
    private final class Burden: Sendable {
        let purse: Purse
        let passedModels: [String]
        let allowance: AttemptAllowance?

        init(purse: Purse, passedModels: [String], allowance: AttemptAllowance?) {
            self.purse = purse
            self.passedModels = passedModels
            self.allowance = allowance
        }
    }

    func takeAttempt() -> Bool {
        if allowance?.take() == false { return false }
        if call.attemptsLeft.takeOne() { return true }
        allowance?.giveBack()
        return false
    }
}
