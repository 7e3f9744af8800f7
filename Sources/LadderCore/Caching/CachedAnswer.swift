/// An answer as a cache keeps it: the whole completion, and the facts that a hit reports.
public struct CachedAnswer: Hashable, Sendable {
    /// The answer, without the rate limits of its time.
    public var completion: Completion
    /// The fallback level at which the answer was made.
    public var level: FallbackLevel
    /// The name of the model that wrote the answer.
    public var model: String
    /// The cost of the attempt that wrote the answer; nil where the price was unknown.
    public var cost: Money?
    /// The time that this attempt took.
    public var latency: Duration

    /// Creates an answer to keep. The rate limits of its time are left out.
    public init(
        _ completion: Completion, level: FallbackLevel, model: String, cost: Money?, latency: Duration
    ) {
        self.completion = completion
        self.completion.metadata?.rateLimits = []
        self.level = level
        self.model = model
        self.cost = cost
        self.latency = latency
    }
}
