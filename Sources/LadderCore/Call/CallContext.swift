import Synchronization

/// The conditions under which a call runs, as its layers see them.
///
/// It is a value: a layer that changes something passes a changed copy to `next`.
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
    /// The call that all copies of this context share: its trace, its attempts and what it has spent.
    public let call: Call
    /// Whether the answer is wanted whole or piece by piece.
    public var delivery: Delivery
    /// Whether an outer layer holds a stale exact answer.
    public var hasStaleAnswer = false
    /// The time at which the call must be over; nil means no deadline.
    public var deadline: Instant?
    /// The time limits of the attempts that follow.
    public var limits = TimeLimits()
    /// The deployment to ask. Nil means the model that the request names.
    public var target: Target?
    /// The number of other models that outer layers could still ask.
    public var alternatives = 0
    /// What caches may read and store for this call.
    public var cache: CacheDirective
    /// The budget from which every attempt is paid.
    public var budget = CallBudget()
    /// A cheaper model that a budget layer wants asked instead of the one that the request names.
    ///
    /// ModelFallback obeys it, behind the caches: so the key of the answer stays that of the request, and a stored
    /// answer of the better model is still served.
    public var downgradeModel: String?
    /// The call that pays for the attempts, where several calls share one answer that is under way.
    package var payer: SharedPayer?
    /// The models that outer fallback layers have already asked, which an inner one must not ask again.
    package var passedModels: [String] = []
    var attemptLimit: AttemptLimit?
    /// The limits of the attempt for which this context was made.
    var progress: AttemptProgress?

    init(_ call: Call, delivery: Delivery, deadline: Instant?) {
        self.call = call
        self.delivery = delivery
        self.deadline = deadline?.unlessDistant
        cache = call.options.cache
    }

    /// The tenant, user and session for which the call is made.
    public var scope: CallScope { call.scope }

    /// The source of time, sleep, random numbers and background work.
    public var runtime: Runtime { call.core.runtime }

    /// The current time on the runtime's clock.
    public var now: Instant { call.now }

    /// The number of times a model may still be asked.
    public var attemptsLeft: Int {
        let left = payingCall.attemptsLeft.load(ordering: .relaxed)
        return attemptLimit.map { min(left, $0.remaining) } ?? left
    }

    /// Returns this context with at most this many attempts, which count against the call's own limit as well.
    public func allowing(attempts: Int) -> CallContext {
        // A limit that is no stricter than those around it never decides anything. As it is left out, at most as many
        // limits are nested as a call has attempts.
        if max(0, attempts) >= attemptsLeft { return self }
        var copy = self
        copy.attemptLimit = AttemptLimit(attempts, within: attemptLimit)
        return copy
    }

    /// Returns the id that breakers and statistics know the asked target by: the router's choice, or the model's name.
    public func targetID(for request: ChatRequest) -> String {
        target?.id ?? request.model
    }

    /// Returns whether a wait leaves time before the deadline, and before a total that covers all attempts.
    public func hasTime(for wait: Duration) -> Bool {
        guard let end else { return true }
        return now + wait < end
    }

    /// Reports a sign of life of the model that is no content, such as a piece of its thinking.
    ///
    /// A model calls it. The first report meets the first-token limit of the attempt; from then on, and within a stream,
    /// each report begins a new silence. It commits nothing: the attempt can still be repeated, and breakers, caches and
    /// the trace do not see it. Pings and comments of a connection are no signs of life of the model: do not report them.
    public func noteProgress() {
        progress?.note(at: now)
    }

    /// The time at which asking must be over: the deadline, or an outer layer's total that covers all attempts together.
    package var end: Instant? { Instant.earlier(deadline, limits.total) }

    /// Counts models or deployments that could be asked behind this one, beside those an outer layer knows of.
    package mutating func addAlternatives(_ count: Int) {
        alternatives = alternatives.saturatingAdding(count)
    }

    /// Adds a line to the trace. Never put prompt or answer text in it.
    ///
    /// - Parameters:
    ///   - verdict: What was decided.
    ///   - stage: The name of the layer that decided it.
    ///   - reason: The reason, in a few words.
    ///   - detail: The numbers that belong to the decision.
    public func note(
        _ verdict: TraceEvent.Verdict,
        by stage: String,
        reason: @autoclosure () -> String = "",
        detail: TraceEvent.Detail? = nil
    ) {
        let call = payingCall
        let offset = now - call.start
        call.note(TraceEvent(stage: stage, verdict: verdict, reason: reason(), offset: offset, detail: detail))
    }

    /// The call whose attempts, trace and budget count what is done: this one, or the one that pays for a shared answer.
    var payingCall: Call { payer?.context.call ?? call }

    func takeAttempt() -> Bool {
        if attemptLimit?.take() == false { return false }
        if payingCall.attemptsLeft.takeOne() { return true }
        attemptLimit?.giveBack()
        return false
    }
}
