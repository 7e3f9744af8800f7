/// What each layer does about an error: one row of the error table.
///
/// The layers hold no opinions of their own about kinds; they look here. A change of policy is a change of this file.
public struct ErrorRules: Hashable, Sendable {
    /// What Retry does, at the same target.
    public enum RetryRule: Hashable, Sendable {
        /// Asking again cannot help.
        case never
        /// Ask again after a backoff.
        case afterBackoff
        /// Ask again after a backoff, no earlier than the provider asked for.
        case afterAskedWait
        /// Ask again once.
        case once
    }

    /// What ModelFallback and ModelRouter do.
    public enum FallbackRule: Hashable, Sendable {
        /// Another model cannot help.
        case never
        /// Any other model may help.
        case anyModel
        /// Any other model may help; models on this machine are asked first.
        case localFirst
        /// Only a model with a larger context window may help.
        case largerWindow
        /// Only candidates that accept filtered content may help.
        case acceptingFiltered
    }

    /// What a circuit breaker does.
    public enum BreakerRule: Hashable, Sendable {
        /// It says nothing about the target's health.
        case neutral
        /// It counts against the target.
        case failure
        /// Neutral, but a wait over ten seconds opens until it is over.
        case neutralUnlessLongWait
        /// Opens at once, until the time the error names or for ten minutes.
        case opens
        /// A failure when a model was being asked, else neutral.
        case failureIfAsked
    }

    /// Whether StaticFAQ answers in its place.
    public enum FAQRule: Hashable, Sendable {
        /// It does.
        case answers
        /// Only if the user has asked for it.
        case onlyIfEnabled
        /// Never.
        case never
    }

    /// What Retry does.
    public var retry: RetryRule
    /// What ModelFallback and ModelRouter do.
    public var fallback: FallbackRule
    /// What a circuit breaker does.
    public var breaker: BreakerRule
    /// Whether a stale cached answer may stand in.
    public var servesStale: Bool
    /// Whether a written answer may stand in.
    public var faq: FAQRule
}

extension ChatError.Kind {
    /// This kind's row of the error table.
    public var rules: ErrorRules {
        switch self {
        case .throttled: row(.afterAskedWait, .anyModel, .neutralUnlessLongWait, stale: true, .answers)
        case .quotaExhausted: row(.never, .anyModel, .opens, stale: true, .answers)
        case .overloaded: row(.afterBackoff, .anyModel, .failure, stale: true, .answers)
        case .server: row(.afterBackoff, .anyModel, .failure, stale: true, .answers)
        case .unreachable: row(.once, .localFirst, .failure, stale: true, .answers)
        case .timedOut(.reader): row(.never, .never, .neutral, stale: false, .never)
        case .timedOut: row(.afterBackoff, .anyModel, .failure, stale: true, .answers)
        case .invalidOutput: row(.once, .anyModel, .failure, stale: true, .answers)
        case .contextTooLong: row(.never, .largerWindow, .neutral, stale: false, .answers)
        case .requestTooLarge: row(.never, .anyModel, .neutral, stale: false, .answers)
        case .contentFiltered: row(.never, .acceptingFiltered, .neutral, stale: false, .onlyIfEnabled)
        case .unauthorized: row(.never, .anyModel, .opens, stale: false, .onlyIfEnabled)
        case .modelNotFound: row(.never, .anyModel, .neutral, stale: false, .onlyIfEnabled)
        case .invalidRequest: row(.never, .never, .neutral, stale: false, .onlyIfEnabled)
        case .budgetExhausted: row(.never, .never, .neutral, stale: true, .answers)
        case .circuitOpen: row(.never, .anyModel, .neutral, stale: true, .answers)
        case .attemptsExhausted: row(.never, .never, .neutral, stale: true, .answers)
        case .deadlineExceeded: row(.never, .never, .failureIfAsked, stale: true, .answers)
        }
    }

    private func row(
        _ retry: ErrorRules.RetryRule,
        _ fallback: ErrorRules.FallbackRule,
        _ breaker: ErrorRules.BreakerRule,
        stale: Bool,
        _ faq: ErrorRules.FAQRule
    ) -> ErrorRules {
        ErrorRules(retry: retry, fallback: fallback, breaker: breaker, servesStale: stale, faq: faq)
    }
}
