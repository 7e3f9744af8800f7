import LadderCore

/// How long an attempt may take until its first content, between two pieces of content, and in all.
///
/// Nil means no limit of that kind.
///
/// ```swift
/// let policy = TimeoutPolicy(firstToken: .seconds(5), silence: .seconds(15), total: .seconds(45))
/// let pipeline = try Pipeline(model: model) { Timeout(policy) }
/// ```
public struct TimeoutPolicy: Hashable, Sendable {
    /// The time to the first content. It does not apply to models that cannot stream.
    public var firstToken: Duration?
    /// The longest time between two pieces of content while the reader waits for the next one.
    public var silence: Duration?
    /// The time of the whole attempt.
    public var total: Duration?
    /// Whether a model that thinks without showing it gets the time that it states, where that is longer than the
    /// limits.
    ///
    /// Set it to `false` where a late answer is of no use. It changes nothing for other models.
    public var allowsSilentThinking: Bool

    /// Creates limits; one that is not given has its standard value.
    public init(
        firstToken: Duration? = .seconds(10), silence: Duration? = .seconds(20), total: Duration? = .seconds(60),
        allowsSilentThinking: Bool = true
    ) {
        self.allowsSilentThinking = allowsSilentThinking
        self.firstToken = firstToken
        self.silence = silence
        self.total = total
    }

    /// The limits for chats: 10 s, 20 s, 60 s.
    public static let standard = TimeoutPolicy()

    /// The limits for search boxes and completions, where a late answer is of no use: 2 s, 5 s, 10 s.
    public static let quick = TimeoutPolicy(
        firstToken: .seconds(2), silence: .seconds(5), total: .seconds(10), allowsSilentThinking: false)

    /// The limits for models that reason before they answer: 60 s, 60 s, 5 min.
    public static let patient = TimeoutPolicy(firstToken: .seconds(60), silence: .seconds(60), total: .seconds(300))

    /// What is wrong with the limits, one sentence for each mistake.
    public var problems: [String] {
        var checks = OptionChecks(of: "Timeout")
        checks.requirePositive("firstToken", value: firstToken)
        checks.requirePositive("silence", value: silence)
        checks.requirePositive("total", value: total)
        return checks.problems
    }
}
