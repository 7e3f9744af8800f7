/// How often to ask again, and how long to wait in between.
///
/// ```swift
/// var policy = RetryPolicy(maximumAttempts: 4)
/// policy.backoff.cap = .seconds(4)
/// let pipeline = try Pipeline(model: model) { Retry(policy) }
/// ```
public struct RetryPolicy: Hashable, Sendable {
    /// How often to ask in all, the first time included.
    public var maximumAttempts: Int
    /// How long to wait where the provider does not say.
    public var backoff: Backoff
    /// The longest wait a provider may ask for while another model stands behind, ready to be asked instead.
    public var patienceWithAlternative: Duration
    /// The longest wait a provider may ask for when there is nobody else to ask.
    public var patience: Duration

    /// A policy, each option with its usual value unless given.
    public init(
        maximumAttempts: Int = 3,
        backoff: Backoff = Backoff(),
        patienceWithAlternative: Duration = .seconds(2),
        patience: Duration = .seconds(60)
    ) {
        self.maximumAttempts = maximumAttempts
        self.backoff = backoff
        self.patienceWithAlternative = patienceWithAlternative
        self.patience = patience
    }

    /// For chats: 3 attempts, waits of up to 0.5 s and 1 s.
    public static let standard = RetryPolicy()

    /// For answers somebody is waiting for: 2 attempts, a wait of up to 0.2 s, and little patience.
    public static let quick = RetryPolicy(
        maximumAttempts: 2,
        backoff: Backoff(base: .milliseconds(200), cap: .seconds(1)),
        patienceWithAlternative: .milliseconds(500),
        patience: .seconds(5))

    /// For work at night: 6 attempts, waits of up to a minute, ten minutes where the provider asks for it.
    ///
    /// A pipeline allows a call 6 attempts in all unless told otherwise; see `limited(attempts:timeLimit:)`.
    public static let patient = RetryPolicy(
        maximumAttempts: 6,
        backoff: Backoff(base: .seconds(2), cap: .seconds(60)),
        patienceWithAlternative: .seconds(30),
        patience: .seconds(600))

    /// One attempt: the layer stands where it stood and does nothing.
    public static let never = RetryPolicy(maximumAttempts: 1)

    /// What is wrong with it, one sentence each.
    public var problems: [String] {
        var problems: [String] = []
        if !(1...20).contains(maximumAttempts) {
            problems.append("Retry.maximumAttempts is \(maximumAttempts); allowed 1…20")
        }
        problems += backoff.problems
        for (name, value) in [("patience", patience), ("patienceWithAlternative", patienceWithAlternative)]
        where value < .zero || value > .seconds(86_400) {
            problems.append("Retry.\(name) is \(value); allowed from 0 to a day")
        }
        return problems
    }
}
