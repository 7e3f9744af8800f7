public import LadderCore

/// Asks again after a failure that may pass: later every time, not all callers at once, and never for ever.
///
/// Put it outside Timeout, so that every attempt has its own time, and inside the breaker, so that an exhausted sequence
/// is one verdict:
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
/// - Only what was thrown is asked again. A reply is committed: no text is ever sent twice.
/// - It never asks earlier than the provider wants, and never sleeps past the deadline: if the wait does not fit, the last
///   real error is rethrown at once, with the wait in ``ChatError/retryAfter``.
/// - It leaves one attempt for every alternative behind it, and obeys a context that allows only one.
/// - After a cancellation nothing is asked any more.
/// - All calls of a layer share a ``RetryThrottle``, so an outage is not answered with a storm.
///
/// What it costs: while all is well, one lock.
public struct Retry: Middleware {
    /// How often, and with which waits.
    public let policy: RetryPolicy
    /// Who limits the retries of all calls together. Nil means nobody.
    public let throttle: RetryThrottle?

    /// A layer with this policy, and a throttle of its own unless another is given.
    public init(_ policy: RetryPolicy = .standard, throttle: RetryThrottle? = RetryThrottle()) {
        self.policy = policy
        self.throttle = throttle
    }

    /// A layer that asks this often in all, and is like any other else.
    public init(maximumAttempts: Int, throttle: RetryThrottle? = RetryThrottle()) {
        self.init(RetryPolicy(maximumAttempts: maximumAttempts), throttle: throttle)
    }

    /// Asks, and asks again where that may help.
    @inline(__always)
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        throttle?.countCall(at: context.now)
        do {
            return try await next(request, context)
        } catch {
            return try await askAgain(request, context, next, after: error)
        }
    }

    private func askAgain(
        _ request: ChatRequest, _ context: CallContext, _ next: Next, after first: any Error
    ) async throws -> Reply {
        var sequence = RetrySequence(policy)
        var spoken: ChatError?
        var failure = first
        while true {
            guard let error = ChatError(unlessCancelled: failure) else { throw failure }
            try Task.checkCancellation()
            spoken = error.partialText == nil ? spoken : error
            if let refusal = try await wait(&sequence, after: error, context) {
                context.note(
                    .gaveUp, by: "Retry", reason: "\(error.kind.name): \(refusal)",
                    detail: refusal.wait.map { .wait($0) })
                throw failure.saying(spoken)
            }
            do {
                return try await next(request, context)
            } catch {
                failure = error
            }
        }
    }

    /// Returns when it is time to ask again, or why it will not be.
    private func wait(
        _ sequence: inout RetrySequence, after error: ChatError, _ context: CallContext
    ) async throws -> RetryRefusal? {
        let wait: Duration
        switch sequence.decide(after: error, left: context.room, uniform: context.runtime.uniform()) {
        case .giveUp(let refusal): return refusal
        case .wait(let duration): wait = duration
        }
        if let throttle, !throttle.takeRetry(at: context.now) { return .throttle }
        context.note(.retrying, by: "Retry", reason: error.kind.name, detail: .wait(wait))
        try await context.runtime.sleep(for: wait)
        try Task.checkCancellation()
        // A real clock may wake late, and a call in parallel may have taken the last attempt.
        let room = context.room
        if !room.hasTime(for: .zero) { return .deadline(wait: .zero) }
        if room.attempts <= room.alternatives { return room.attempts > 0 ? .leftForAlternatives : .callAttempts }
        return nil
    }

    /// What is wrong with policy and throttle.
    public var configurationProblems: [String] { policy.problems + (throttle?.policy.problems ?? []) }
}

extension CallContext {
    /// What is left for asking again. A total from outside Retry covers all its attempts together, waits included.
    fileprivate var room: RetryRoom {
        RetryRoom(attempts: attemptsLeft, alternatives: alternatives, time: end.map { $0 - now })
    }
}

extension RetryRefusal {
    fileprivate var wait: Duration? {
        switch self {
        case .patience(let wait), .deadline(let wait): wait
        default: nil
        }
    }
}

extension Error {
    /// The same error; where it is the last of several and has no text, with the text an earlier one had.
    fileprivate func saying(_ spoken: ChatError?) -> any Error {
        guard let spoken, var error = self as? ChatError, error.partialText == nil else { return self }
        error.partialText = spoken.partialText
        error.partialLevel = spoken.partialLevel
        error.partialModel = spoken.partialModel
        error.partialKind = spoken.partialKind ?? spoken.kind
        error.usage = spoken.usage
        return error
    }
}
