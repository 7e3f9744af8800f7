public import LadderCore

/// A layer that stops calling a target that is down, and detects by itself when the target works again.
///
/// Use it wherever a model can fail for longer than retries can bridge: calls then fail at once instead of waiting for
/// time-outs, the layers outside reach their fallback within microseconds, and the provider gets time to recover. The layer
/// keeps one breaker for each target: for each deployment behind a router, else for each model. Put it outside `Retry` and
/// inside `ModelFallback`.
///
/// ```swift
/// let breaker = CircuitBreaker(.sensitive) { transition in
///     print(transition.target, transition.from.name, "→", transition.to.name, transition.cause)
/// }
/// let pipeline = try Pipeline(model: model) {
///     breaker
///     Retry()
///     Timeout()
/// }
/// print(breaker.state(of: "gpt-4o"))
/// ```
///
/// It guarantees that
/// - while no probe is decided, exactly as many calls reach a target as the policy has probes;
/// - a caller that leaves before the first content says nothing about the target's health;
/// - a result counts only in the period in which its call was admitted;
/// - nothing leaves a breaker stuck: not a lost call, a hung probe, or a clock that is set back.
///
/// Copies share their breakers, also between pipelines. Breakers are kept apart for each runtime: a rehearsal in a
/// simulation starts with closed breakers and leaves those of the live pipeline as they are.
///
/// A call through a closed breaker costs two short locks, a refused call the error it throws. Memory is bounded by
/// ``CircuitBreakerPolicy/maximumTargets``, with less than a kilobyte for each target.
public struct CircuitBreaker: Middleware {
    static let stage = "CircuitBreaker"
    let core: BreakerCore

    /// Creates a layer with this policy.
    ///
    /// - Parameters:
    ///   - policy: When breakers open, how long they stay open, and how they close.
    ///   - hints: The channel by which processes tell each other that a breaker has opened. A hint opens a closed breaker
    ///     for no longer than a first failure of this process would.
    ///   - onTransition: Called for every change of state, outside of all locks, on the thread of the call that caused it.
    ///     It must return quickly.
    public init(
        _ policy: CircuitBreakerPolicy = .standard,
        hints: (any HintChannel)? = nil,
        onTransition: (@Sendable (BreakerTransition) -> Void)? = nil
    ) {
        core = BreakerCore(policy, hints: hints, observer: onTransition)
    }

    /// The policy that the layer was created with.
    public var policy: CircuitBreakerPolicy { core.policy }

    /// The sentences about options of the policy that are out of range.
    public var configurationProblems: [String] { core.policy.problems }

    /// Calls `next` if the target's breaker admits the call, and records how the call ends.
    ///
    /// - Throws: A `ChatError` of kind `circuitOpen(until:)` if the breaker refuses the call, else what `next` throws.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let call = try core.admit(to: context.targetID(for: request), in: context)
        let reply: Reply
        do {
            reply = try await next(request, call.isProbe ? context.allowing(attempts: 1) : context)
        } catch {
            call.recordFailure(error, in: context)
            throw error
        }
        call.recordEnd(of: reply, in: context)
        return reply
    }
}
