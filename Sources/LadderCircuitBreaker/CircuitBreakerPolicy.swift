public import LadderCore

/// When a circuit breaker opens, how long it stays open, and how it closes again.
///
/// Every option has a default. Creating a policy never fails: ``problems`` lists what is out of range, and a pipeline
/// refuses a breaker whose policy has problems.
///
/// ```swift
/// var policy = CircuitBreakerPolicy()
/// policy.consecutiveFailures = 3
/// policy.slowFirstContent = .init(threshold: .seconds(8))
/// policy.rules = [.invalidOutput: .neutral]
/// let breaker = CircuitBreaker(policy)
/// ```
public struct CircuitBreakerPolicy: Hashable, Sendable {
    // MARK: Opening

    /// The number of failures in a row that opens a breaker. Nil turns this off.
    public var consecutiveFailures: Int? = 5
    /// The share of failures in the window that opens a breaker. Nil turns this off.
    public var failureRate: Double? = 0.5
    /// The number of calls that the window must hold before the failure rate is compared.
    public var minimumCalls = 20
    /// The time that the rates look back.
    public var window: Duration = .seconds(30)
    /// When answers with a slow first content open a breaker. Nil turns this off.
    public var slowFirstContent: SlowFirstContent?
    /// The kinds of errors that mean something else to this layer than the error table says.
    public var rules: [ChatError.KindName: ErrorRules.BreakerRule] = [:]

    // MARK: Staying open

    /// The time for which a breaker stays open when it opens from health.
    public var openTime: Duration = .seconds(30)
    /// The factor by which the open time grows each time the breaker opens again without health in between.
    public var openTimeGrowth = 2.0
    /// The longest open time that growth leads to, before jitter. A provider may name a longer one.
    public var maximumOpenTime: Duration = .seconds(300)
    /// The largest share by which an open time varies up or down, so that many processes do not probe together.
    public var jitter = 0.1
    /// The open time after a refused key or a used-up quota for which the provider named no time.
    public var openAtOnceTime: Duration = .seconds(600)
    /// The longest wait of a throttled call that leaves the breaker closed. A longer one opens it until the wait is over.
    public var longestThrottle: Duration = .seconds(10)

    // MARK: Closing

    /// The number of calls that find out whether the target is back. All of them must succeed.
    public var probes = 1
    /// The time for which a probe without a deadline keeps its slot.
    public var probeLease: Duration = .seconds(60)
    /// The time from closing until all calls are admitted again. Zero admits all at once.
    public var rampTime: Duration = .seconds(10)
    /// The largest number of targets with a breaker.
    public var maximumTargets = 1_024

    /// Creates the standard policy, whose options can then be changed.
    public init() {}

    /// Creates a policy that differs from the standard one in the most common options.
    public init(
        consecutiveFailures: Int?,
        failureRate: Double? = 0.5,
        window: Duration = .seconds(30),
        openTime: Duration = .seconds(30),
        probes: Int = 1
    ) {
        self.consecutiveFailures = consecutiveFailures
        self.failureRate = failureRate
        self.window = window
        self.openTime = openTime
        self.probes = probes
    }
}
