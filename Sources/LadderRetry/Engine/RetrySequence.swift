public import LadderCore

/// The retry decisions of one call, as a pure value.
///
/// It has no clock, sleeps nowhere and asks no model. Use it where you run the attempts yourself, or to test a policy:
///
/// ```swift
/// var sequence = RetrySequence(RetryPolicy(maximumAttempts: 2))
/// let error = ChatError(.overloaded)
/// let first = sequence.decide(after: error, room: RetryRoom(attempts: 5), uniform: 0.5)   // .retry(after: 0.25 s)
/// let second = sequence.decide(after: error, room: RetryRoom(attempts: 4), uniform: 0.5)  // .giveUp(.attempts(2))
/// print(first, second, sequence.attempts)
/// ```
public struct RetrySequence: Hashable, Sendable {
    /// What to do after a failed attempt.
    public enum Decision: Hashable, Sendable {
        /// Make another attempt after this wait.
        case retry(after: Duration)
        /// Make no more attempts and throw the last error.
        case giveUp(RetryRefusal)
    }

    /// The policy that the decisions follow.
    public let policy: RetryPolicy
    /// The number of attempts so far, the first one included.
    public private(set) var attempts = 1
    private var lastBackoff: Duration?
    private var kindsRetriedOnce: [ChatError.KindName] = []

    /// Creates the sequence of a call whose first attempt is under way.
    public init(_ policy: RetryPolicy) {
        self.policy = policy
    }

    /// Returns what to do after a failed attempt, and counts another attempt if there is to be one.
    ///
    /// - Parameters:
    ///   - error: The error of the attempt.
    ///   - room: What the call has left.
    ///   - uniform: A random number from 0 up to 1.
    public mutating func decide(after error: ChatError, room: RetryRoom, uniform: Double) -> Decision {
        let rule = error.rule(\.retry, overrides: policy.rules)
        if let refusal = refusal(of: error.kind.kindName, rule: rule) ?? room.attemptRefusal {
            return .giveUp(refusal)
        }
        let backoff = policy.backoff.delay(before: attempts, after: lastBackoff, uniform: uniform)
        var delay = backoff
        if let requested = error.requestedWait {
            let patience = room.alternatives > 0 ? policy.patienceWithAlternative : policy.patience
            if requested > patience { return .giveUp(.patience(requested: requested)) }
            delay = max(backoff, requested + RetrySequence.spread(of: requested).scaled(by: uniform.clampedShare))
            // The spread must not make a call fail whose requested wait fits.
            if !room.hasTime(for: delay), backoff <= requested { delay = requested }
        }
        guard room.hasTime(for: delay) else { return .giveUp(.deadline(delay: delay)) }
        if rule == .once { kindsRetriedOnce.append(error.kind.kindName) }
        attempts += 1
        // Not `delay`: the next decorrelated backoff must not grow from a wait that the provider asked for.
        lastBackoff = backoff
        return .retry(after: delay)
    }

    private func refusal(of kind: ChatError.KindName, rule: ErrorRules.RetryRule) -> RetryRefusal? {
        switch rule {
        case .never: return .cannotHelp
        case .once where kindsRetriedOnce.contains(kind): return .retriedOnce
        case .once, .afterBackoff, .afterAskedWait: break
        }
        return attempts >= policy.maximumAttempts ? .attempts(attempts) : nil
    }

    /// The longest addition to a requested wait, which spreads callers that got the same one: a tenth, at most a second.
    static func spread(of requested: Duration) -> Duration {
        min(requested.scaled(by: 0.1), .seconds(1))
    }
}
