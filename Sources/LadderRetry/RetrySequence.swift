public import LadderCore

/// The decisions of one call that fails and is asked again, as a pure value.
///
/// It knows no clock and no task: it is told what failed and what is left, and says what to do.
///
/// ```swift
/// var sequence = RetrySequence(RetryPolicy(maximumAttempts: 2))
/// let error = ChatError(.overloaded)
/// let first = sequence.decide(after: error, left: RetryRoom(attempts: 5), uniform: 0.5)   // .wait(0.25 s)
/// let second = sequence.decide(after: error, left: RetryRoom(attempts: 4), uniform: 0.5)  // .giveUp(.attempts(2))
/// print(first, second, sequence.attempts)
/// ```
public struct RetrySequence: Hashable, Sendable {
    /// What it goes by.
    public let policy: RetryPolicy
    /// How often the model was asked so far.
    public private(set) var attempts = 1
    private var lastWait: Duration?
    private var askedOnce: [String] = []

    /// A call that is being asked for the first time.
    public init(_ policy: RetryPolicy) {
        self.policy = policy
    }

    /// What to do next.
    public enum Decision: Hashable, Sendable {
        /// Ask again after this wait.
        case wait(Duration)
        /// Rethrow the error.
        case giveUp(RetryRefusal)
    }

    /// Says what to do about this error, and counts the repetition when there is to be one.
    ///
    /// - Parameters:
    ///   - error: what the attempt failed with.
    ///   - room: what the call has left.
    ///   - uniform: a random number from 0 up to 1.
    public mutating func decide(after error: ChatError, left room: RetryRoom, uniform: Double) -> Decision {
        let rule = error.rules.retry
        if let refusal = refusal(of: error, rule, room) { return .giveUp(refusal) }
        let backoff = policy.backoff.delay(before: attempts, after: lastWait, uniform: uniform)
        var wait = backoff
        if let asked = error.askedWait {
            let patience = room.alternatives > 0 ? policy.patienceWithAlternative : policy.patience
            if asked > patience { return .giveUp(.patience(asked: asked)) }
            wait = max(backoff, asked + RetrySequence.spread(of: asked).scaled(by: uniform.asChance))
            // The spread is a courtesy: it is no reason to fail where the asked wait fits.
            if !room.hasTime(for: wait), backoff <= asked { wait = asked }
        }
        guard room.hasTime(for: wait) else { return .giveUp(.deadline(wait: wait)) }
        if rule == .once { askedOnce.append(error.kind.name) }
        attempts += 1
        lastWait = backoff
        return .wait(wait)
    }

    private func refusal(of error: ChatError, _ rule: ErrorRules.RetryRule, _ room: RetryRoom) -> RetryRefusal? {
        switch rule {
        case .never: return .cannotHelp
        case .once where askedOnce.contains(error.kind.name): return .once
        case .once, .afterBackoff, .afterAskedWait: break
        }
        if attempts >= policy.maximumAttempts { return .attempts(attempts) }
        if room.attempts <= 0 { return .callAttempts }
        // Every model that could still be asked instead is left one attempt.
        if room.attempts <= room.alternatives { return .leftForAlternatives }
        return nil
    }

    /// Callers that were told the same wait do not come back at the same moment: up to a tenth later, at most a second.
    static func spread(of asked: Duration) -> Duration {
        min(asked.scaled(by: 0.1), .seconds(1))
    }
}

extension ChatError {
    /// What the provider asks to wait, where it makes sense: positive, and no longer than a month.
    var askedWait: Duration? {
        var asked = retryAfter
        if asked == nil, case .throttled(let wait) = kind { asked = wait }
        guard let asked, asked > .zero, asked <= .seconds(31 * 86_400) else { return nil }
        return asked
    }
}
