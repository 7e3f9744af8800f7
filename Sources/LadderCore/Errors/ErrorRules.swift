/// One row of the error table: what each layer does about an error.
///
/// The layers decide nothing about kinds themselves; they read this table. A change of policy is a change of this file,
/// or of one layer's `rules`. The columns are in the order of the guide *The error table*.
public struct ErrorRules: Hashable, Sendable {
    /// What Retry does about an error of the target that it asks.
    public enum RetryRule: Hashable, Sendable {
        /// Do not ask again, because it cannot help.
        case never
        /// Ask again after a backoff, as often as the policy allows.
        case afterBackoff
        /// Ask again after a backoff, no earlier than the provider asked for.
        case afterAskedWait
        /// Ask again once for this kind in a sequence of attempts.
        case once
    }

    /// What ModelFallback and ModelRouter do about an error.
    public enum FallbackRule: Hashable, Sendable {
        /// Do not ask another model, because it cannot help.
        case never
        /// Ask any other model or deployment.
        case anyModel
        /// Ask any other model; models on this machine are asked first.
        case localFirst
        /// Ask only models with a larger context window.
        case largerWindow
        /// Ask only candidates that accept filtered content.
        case acceptingFiltered
    }

    /// What a circuit breaker records about the target.
    public enum BreakerRule: Hashable, Sendable {
        /// Record nothing, because the error does not concern the target's health.
        case neutral
        /// Count a failure of the target.
        case failure
        /// Record nothing, but open when the wait is longer than ten seconds, until it is over.
        case neutralUnlessLongWait
        /// Open at once, until the time that the error names, else for ten minutes.
        case opens
        /// Count a failure if a model was being asked, else record nothing.
        case failureIfAsked
    }

    /// Whether StaticFAQ answers in place of an error.
    public enum FAQRule: Hashable, Sendable {
        /// Answer in place of the error.
        case answers
        /// Answer only if `rules` of the policy say so.
        case onlyIfEnabled
        /// Let the error pass in every case.
        case never
    }

    /// The column of Retry, at the same target.
    public var retry: RetryRule
    /// The column of ModelFallback and ModelRouter.
    public var fallback: FallbackRule
    /// The column of the circuit breaker.
    public var breaker: BreakerRule
    /// Whether a stale cached answer may replace the error.
    public var servesStale: Bool
    /// The column of StaticFAQ, the last layer to act.
    public var faq: FAQRule
}

extension ChatError.Kind {
    /// What the layers do about an error of this kind: its row of the error table.
    public var rules: ErrorRules {
        switch self {
        case .throttled:
            row(
                retry: .afterAskedWait, fallback: .anyModel, breaker: .neutralUnlessLongWait, stale: true, faq: .answers
            )
        case .quotaExhausted:
            row(retry: .never, fallback: .anyModel, breaker: .opens, stale: true, faq: .answers)
        case .overloaded:
            row(retry: .afterBackoff, fallback: .anyModel, breaker: .failure, stale: true, faq: .answers)
        case .server:
            row(retry: .afterBackoff, fallback: .anyModel, breaker: .failure, stale: true, faq: .answers)
        case .unreachable:
            row(retry: .once, fallback: .localFirst, breaker: .failure, stale: true, faq: .answers)
        case .timedOut(.reader):
            row(retry: .never, fallback: .never, breaker: .neutral, stale: false, faq: .never)
        case .timedOut:
            row(retry: .afterBackoff, fallback: .anyModel, breaker: .failure, stale: true, faq: .answers)
        case .invalidOutput:
            row(retry: .once, fallback: .anyModel, breaker: .failure, stale: true, faq: .answers)
        case .contextTooLong:
            row(retry: .never, fallback: .largerWindow, breaker: .neutral, stale: false, faq: .answers)
        case .requestTooLarge:
            row(retry: .never, fallback: .anyModel, breaker: .neutral, stale: false, faq: .answers)
        case .contentFiltered:
            row(retry: .never, fallback: .acceptingFiltered, breaker: .neutral, stale: false, faq: .onlyIfEnabled)
        case .unauthorized:
            row(retry: .never, fallback: .anyModel, breaker: .opens, stale: false, faq: .onlyIfEnabled)
        case .modelNotFound:
            row(retry: .never, fallback: .anyModel, breaker: .neutral, stale: false, faq: .onlyIfEnabled)
        case .invalidRequest:
            row(retry: .never, fallback: .never, breaker: .neutral, stale: false, faq: .onlyIfEnabled)
        case .budgetExhausted:
            row(retry: .never, fallback: .never, breaker: .neutral, stale: true, faq: .answers)
        case .circuitOpen:
            row(retry: .never, fallback: .anyModel, breaker: .neutral, stale: true, faq: .answers)
        case .attemptsExhausted:
            row(retry: .never, fallback: .never, breaker: .neutral, stale: true, faq: .answers)
        case .deadlineExceeded:
            row(retry: .never, fallback: .never, breaker: .failureIfAsked, stale: true, faq: .answers)
        }
    }

    private func row(
        retry: ErrorRules.RetryRule, fallback: ErrorRules.FallbackRule, breaker: ErrorRules.BreakerRule, stale: Bool,
        faq: ErrorRules.FAQRule
    ) -> ErrorRules {
        ErrorRules(retry: retry, fallback: fallback, breaker: breaker, servesStale: stale, faq: faq)
    }
}
