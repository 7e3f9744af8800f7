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
    /// Whether an outer layer holds a stale exact answer.
    public var hasStaleAnswer = false
    /// When the call must be over.
    public var deadline: Instant? {
        get { mustEnd.ifEver }
        set { mustEnd = newValue ?? .distantFuture }
    }
    private var mustEnd = Instant.distantFuture
    /// The limits of the next attempts.
    public var limits = TimeLimits()
    /// Who is asked. Nil means the model named in the request.
    public var target: Target?
    /// How many other models an outer layer could still ask.
    public var alternatives = 0
    /// What caches may do.
    public var cache: CacheDirective {
        get { burden?.value.cache ?? call.options.cache }
        set { carried.cache = newValue }
    }
    /// What may be spent.
    public var budget: CallBudget {
        get { burden?.value.budget ?? CallBudget() }
        set { carried.budget = newValue }
    }
    /// The models that fallback layers further out have gone through: a fallback inside another must not lead back.
    package var passedModels: [String] {
        get { burden?.value.passedModels ?? [] }
        set { carried.passedModels = newValue }
    }
    private var allowance: AttemptAllowance? {
        get { burden?.value.allowance }
        set { carried.allowance = newValue }
    }

    private var carried: Carried {
        get { burden?.value ?? Carried() }
        set { burden = Box(newValue) }
    }
    /// Kept apart, because every layer may copy its context.
    private var burden: Box<Carried>?

    init(_ call: Call, delivery: Delivery, deadline: Instant?) {
        self.call = call
        self.delivery = delivery
        self.deadline = deadline
    }

    /// For whom the call is made.
    public var scope: CallScope { call.scope }

    /// The outside world.
    public var runtime: Runtime { call.core.runtime }

    /// The present moment.
    public var now: Instant { call.now }

    /// When this call last looked at the clock: at its beginning, if not since. For statistics, which can bear that it is a
    /// little old; a look at the clock costs as much as a small layer.
    package var recently: Instant { call.recently }

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

    /// More models or deployments stand behind this one than an outer layer knows of.
    package mutating func addAlternatives(_ count: Int) {
        let (sum, overflow) = alternatives.addingReportingOverflow(count)
        alternatives = overflow ? .max : sum
    }

    /// Adds a line to the trace. Never put prompt or answer text in it.
    public func note(
        _ verdict: TraceEvent.Verdict,
        by stage: String,
        reason: @autoclosure () -> String = "",
        detail: TraceEvent.Detail? = nil
    ) {
        let offset = now - call.start
        call.note(TraceEvent(stage: stage, verdict: verdict, reason: reason(), offset: offset, detail: detail))
    }

    /// What few calls carry.
    private struct Carried: Sendable {
        var cache: CacheDirective?
        var budget = CallBudget()
        var passedModels: [String] = []
        var allowance: AttemptAllowance?
    }

    func takeAttempt() -> Bool {
        if allowance?.take() == false { return false }
        if call.attemptsLeft.takeOne() { return true }
        allowance?.giveBack()
        return false
    }
}
