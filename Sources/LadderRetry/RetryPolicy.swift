public import LadderCore

/// How often Retry asks the model, and how long it waits in between.
///
/// ```swift
/// var policy = RetryPolicy(maximumAttempts: 4)
/// policy.backoff.cap = .seconds(4)
/// policy.rules = [.unreachable: .afterBackoff, .server: .never]
/// let pipeline = try Pipeline(model: model) { Retry(policy) }
/// ```
public struct RetryPolicy: Hashable, Sendable {
    /// The number of attempts in all, the first one included.
    public var maximumAttempts: Int
    /// The waits before retries, where the provider does not ask for a longer one.
    public var backoff: Backoff
    /// The longest wait a provider may ask for while an outer layer could ask another model instead.
    public var patienceWithAlternative: Duration
    /// The longest wait a provider may ask for when no other model can be asked.
    public var patience: Duration
    /// What to do about certain kinds of errors, instead of what the error table says.
    ///
    /// A rule here also goes before the provider's advice (``ChatError/providerAdvisesRetry``). Whatever the rule, Retry
    /// waits at least as long as the provider asks.
    public var rules: [ChatError.KindName: ErrorRules.RetryRule]

    /// Creates a policy; every option that is not given has its standard value.
    public init(
        maximumAttempts: Int = 3,
        backoff: Backoff = Backoff(),
        patienceWithAlternative: Duration = .seconds(2),
        patience: Duration = .seconds(60),
        rules: [ChatError.KindName: ErrorRules.RetryRule] = [:]
    ) {
        self.maximumAttempts = maximumAttempts
        self.backoff = backoff
        self.patienceWithAlternative = patienceWithAlternative
        self.patience = patience
        self.rules = rules
    }

    /// The policy for chats: 3 attempts, with waits of up to 0.5 s and 1 s.
    public static let standard = RetryPolicy()

    /// The policy for answers that a person waits for: 2 attempts, a wait of up to 0.2 s, at most 5 s if the provider asks.
    public static let quick = RetryPolicy(
        maximumAttempts: 2,
        backoff: Backoff(base: .milliseconds(200), cap: .seconds(1)),
        patienceWithAlternative: .milliseconds(500),
        patience: .seconds(5))

    /// The policy for background work: 6 attempts, waits of up to a minute, and of up to ten minutes if the provider asks.
    ///
    /// A pipeline allows a call 6 attempts in all unless told otherwise; see `limited(attempts:timeLimit:)`.
    public static let patient = RetryPolicy(
        maximumAttempts: 6,
        backoff: Backoff(base: .seconds(2), cap: .seconds(60)),
        patienceWithAlternative: .seconds(30),
        patience: .seconds(600))

    /// A single attempt: switches the layer off and keeps its place in the pipeline.
    public static let never = RetryPolicy(maximumAttempts: 1)

    /// What is wrong with the policy, one sentence for each mistake.
    public var problems: [String] {
        var checks = OptionChecks(of: "Retry")
        checks.require("maximumAttempts", value: maximumAttempts, in: 1...20)
        for problem in backoff.problems { checks.add(problem) }
        checks.require("patience", value: patience, in: .zero ... .seconds(86_400))
        checks.require("patienceWithAlternative", value: patienceWithAlternative, in: .zero ... .seconds(86_400))
        return checks.problems
    }
}
