public import LadderCore

/// Stops asking a target that is down, and finds out by itself when it is back.
///
/// Use it wherever a model can fail for longer than a retry can cure: calls then fail at once instead of waiting for
/// time-outs, layers outside get to their fallback in a microsecond, and the provider is left in peace. It keeps one
/// breaker per target: per deployment behind a router, else per model. Put it outside `Retry` and inside `ModelFallback`.
///
/// ```swift
/// let breaker = CircuitBreaker(.sensitive) { step in
///     print(step.target, step.from.name, "→", step.to.name, step.cause)
/// }
/// let pipeline = try Pipeline(model: model) {
///     breaker
///     Retry()
///     Timeout()
/// }
/// print(breaker.state(of: "gpt-4o"))
/// ```
///
/// It guarantees that while no probe is decided exactly as many calls reach a target as the policy has probes, that a
/// caller who leaves says nothing about the target's health, that a call counts only in the period it was let through in,
/// and that nothing (a lost call, a hung probe, a clock set back) leaves it stuck. Copies share their breakers, also
/// between pipelines, which must then run on the same runtime.
///
/// A call through a closed breaker costs two short locks; a refused one the error it throws.
/// Memory is bounded by ``CircuitBreakerPolicy/maximumTargets``, less than a kilobyte each.
public struct CircuitBreaker: Middleware {
    static let stage = "CircuitBreaker"
    let core: BreakerCore
    /// Whether the attempt record has to be read for slow heads. Kept here, apart from what every call changes.
    private let measuresHeads: Bool

    /// A breaker with this policy.
    ///
    /// `onTransition` hears of every step from state to state, outside of all locks, on the thread of the call that made
    /// it. Keep it short.
    public init(
        _ policy: CircuitBreakerPolicy = .standard,
        onTransition: (@Sendable (BreakerTransition) -> Void)? = nil
    ) {
        core = BreakerCore(policy, observer: onTransition)
        measuresHeads = policy.slowFirstContent != nil
    }

    /// Its policy.
    public var policy: CircuitBreakerPolicy { core.policy }

    /// What is wrong with its policy.
    public var configurationProblems: [String] { core.policy.problems }

    /// Asks `next` if the target's breaker lets the call through, and counts how it ends.
    @inline(__always)
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let target = context.targetID(for: request)
        let ticket = try core.admitIfClosed(target) ?? admitted(to: target, context)
        let known = measuresHeads ? context.call.attempts.count : 0
        let reply: Reply
        do {
            if ticket.isProbe {
                reply = try await next(request, context.allowing(attempts: 1))
            } else {
                reply = try await next(request, context)
            }
        } catch {
            core.verdict(failure(error, context), of: ticket, in: context)
            throw error
        }
        if case .whole = reply.body {
            core.verdict(success(reply.level, context, target, after: known), of: ticket, in: context)
        } else {
            watch(reply, ticket, context, target, after: known)
        }
        return reply
    }

    /// The way of a breaker that is not simply closed.
    private func admitted(to target: String, _ context: CallContext) throws -> BreakerTicket {
        switch core.admit(target, for: context) {
        case .admitted(let ticket):
            if ticket.isProbe { context.note(.probing, by: CircuitBreaker.stage, detail: .target(target)) }
            return ticket
        case .rejected(let until):
            context.note(.refused, by: CircuitBreaker.stage, detail: .target(target))
            throw ChatError(.circuitOpen(until: until), stage: CircuitBreaker.stage, target: target)
        }
    }

    // MARK: Verdicts

    /// A live reply is judged at its end; a probe at its head, so that a long stream does not hold the door shut.
    private func watch(
        _ reply: Reply, _ ticket: BreakerTicket, _ context: CallContext, _ target: String, after known: Int
    ) {
        let level = reply.level
        var rest = ticket
        if ticket.isProbe {
            let verdict = success(level, context, target, after: known)
            guard let ticket = core.verdictAtHead(verdict, of: ticket, in: context) else { return }
            rest = ticket
        }
        let ticket = rest
        reply.onEnd { outcome in
            switch outcome.result {
            case .completed, .abandoned:
                // Who leaves after the head leaves a target that answered.
                core.verdict(success(level, context, target, after: known), of: ticket, in: context)
            case .failed(let error):
                core.verdict(failure(error, context), of: ticket, in: context)
            }
        }
    }

    private func failure(_ error: any Error, _ context: CallContext) -> BreakerVerdict {
        BreakerVerdict(error, on: context.runtime, longestThrottle: core.policy.longestThrottle)
    }

    /// An answer that no model gave says nothing about the target.
    private func success(
        _ level: FallbackLevel, _ context: CallContext, _ target: String, after known: Int
    ) -> BreakerVerdict {
        guard level == .primary || level == .fallbackModel else { return .neutral }
        guard measuresHeads else { return .success }
        let answered = context.call.attempts.dropFirst(known).last {
            $0.target == target && $0.firstContent != nil && $0.error == nil
        }
        return .success(head: answered?.timeToFirstContent)
    }
}
