public import LadderCore

/// A layer that asks the model again after a failure that may pass.
///
/// The waits between the attempts grow, and a random part spreads them, so that callers that failed at the same time do not
/// all return at the same time.
///
/// Put it outside Timeout, so that every attempt has limits of its own, and inside CircuitBreaker, so that the breaker
/// records one result for the whole sequence of attempts:
///
/// ```swift
/// let pipeline = try Pipeline(model: model) {
///     Retry(maximumAttempts: 3)
///     Timeout()
/// }
/// let answer = try await pipeline.respond(to: "Why is the sky blue?")
/// ```
///
/// What it guarantees:
/// - Only thrown errors are retried. A reply that has begun is never repeated, so no text is sent twice.
/// - It never retries earlier than the provider asks (``ChatError/requestedWait``) and never sleeps past the deadline. If a
///   wait does not fit, it rethrows the last real error at once. A wait that the provider asked for is in its
///   ``ChatError/requestedWait``; a backoff of the layer's own is in the trace only.
/// - It leaves one attempt for every alternative behind it, and obeys a context that allows only one attempt.
/// - After a cancellation it starts no attempt.
/// - All calls of a layer share a ``RetryThrottle``, so retries add only a limited load to a provider in an outage.
///
/// A call that succeeds costs one lock and one look at the clock, both for the throttle.
public struct Retry: Middleware {
    /// The number of attempts and the waits between them.
    public let policy: RetryPolicy
    /// The limit on the retries of all calls together, or nil for no such limit.
    public let throttle: RetryThrottle?

    /// Creates a layer with a policy, and with a throttle of its own unless you pass one to share or nil.
    public init(_ policy: RetryPolicy = .standard, throttle: RetryThrottle? = RetryThrottle()) {
        self.policy = policy
        self.throttle = throttle
    }

    /// Creates a layer with the standard policy and this maximum number of attempts, the first one included.
    public init(maximumAttempts: Int, throttle: RetryThrottle? = RetryThrottle()) {
        self.init(RetryPolicy(maximumAttempts: maximumAttempts), throttle: throttle)
    }

    /// Calls the rest of the pipeline, and calls it again as long as the policy allows and the failure may pass.
    ///
    /// - Throws: The error of the last attempt, or `CancellationError` when the caller has left.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        throttle?.recordCall(on: context.runtime)
        var sequence = RetrySequence(policy)
        var lastCut: ChatError?
        while true {
            do {
                return try await next(request, context)
            } catch {
                guard let failure = ChatError(unlessCancelled: error) else { throw error }
                try Task.checkCancellation()
                if failure.partialText != nil { lastCut = failure }
                if let refusal = try await waitForRetry(&sequence, after: failure, in: context) {
                    context.note(
                        .gaveUp, by: "Retry", reason: "\(failure.kind): \(refusal)",
                        detail: refusal.delay.map { .wait($0) })
                    guard let lastCut else { throw error }
                    throw failure.keepingPartialText(of: lastCut)
                }
            }
        }
    }

    /// Sleeps until the next attempt may start, or returns why there must be none.
    private func waitForRetry(
        _ sequence: inout RetrySequence, after failure: ChatError, in context: CallContext
    ) async throws -> RetryRefusal? {
        let runtime = context.runtime
        let delay: Duration
        switch sequence.decide(after: failure, room: context.retryRoom, uniform: runtime.uniform()) {
        case .giveUp(let refusal): return refusal
        case .retry(let after): delay = after
        }
        if let throttle, !throttle.takeRetry(on: runtime) { return .throttled }
        context.note(.retrying, by: "Retry", reason: "\(failure.kind)", detail: .wait(delay))
        try await runtime.sleep(for: delay)
        try Task.checkCancellation()
        // A timer may wake late, and a parallel branch of the call may have used attempts during the sleep.
        return context.retryRoom.refusal(ofWaiting: .zero)
    }

    /// What is wrong with the policy and the throttle, one sentence for each mistake.
    public var configurationProblems: [String] { policy.problems + (throttle?.policy.problems ?? []) }
}

extension CallContext {
    /// What the call has left for retries. A total limit from outside Retry covers all its attempts and waits together.
    fileprivate var retryRoom: RetryRoom {
        RetryRoom(attempts: attemptsLeft, alternatives: alternatives, time: end.map { $0 - now })
    }
}
