/// When a circuit breaker opens, how long it stays open, and how it closes again.
///
/// Every option has a default. A policy is a plain value: making one never fails, ``problems`` says what is wrong with it,
/// and a pipeline refuses a breaker whose policy has problems.
///
/// ```swift
/// var policy = CircuitBreakerPolicy()
/// policy.consecutiveFailures = 3
/// policy.slowFirstContent = .init(threshold: .seconds(8))
/// let breaker = CircuitBreaker(policy)
/// ```
public struct CircuitBreakerPolicy: Hashable, Sendable {
    /// When slow first content counts against a target.
    public struct SlowFirstContent: Hashable, Sendable {
        /// The successful attempt's own time to its first content from which it is slow.
        public var threshold: Duration
        /// The share of slow heads among the answers of the window that opens the breaker.
        public var rate: Double
        /// How many calls the window must hold before the rate says anything.
        public var minimumCalls: Int

        /// Slow from `threshold` on.
        public init(threshold: Duration, rate: Double = 0.5, minimumCalls: Int = 20) {
            self.threshold = threshold
            self.rate = rate
            self.minimumCalls = minimumCalls
        }
    }

    /// This many failures in a row open it. Nil turns the rule off.
    public var consecutiveFailures: Int? = 5
    /// This share of failures in the window opens it. Nil turns the rule off.
    public var failureRate: Double? = 0.5
    /// How many calls the window must hold before the failure rate says anything.
    public var minimumCalls = 20
    /// How far back the rates look.
    public var window: Duration = .seconds(30)
    /// When slow first content opens it. Off unless set.
    public var slowFirstContent: SlowFirstContent?

    /// How long it stays open the first time.
    public var openTime: Duration = .seconds(30)
    /// What the open time is multiplied by each time it opens again before it was healthy.
    public var openTimeGrowth = 2.0
    /// The longest open time of its own choice, before jitter.
    public var maximumOpenTime: Duration = .seconds(300)
    /// How far the open time strays either way, so that many processes do not probe together.
    public var jitter = 0.1
    /// How long a refused key or a used-up quota opens it when nobody names a time.
    public var openAtOnceTime: Duration = .seconds(600)
    /// A provider that asks to wait longer than this opens it until then.
    public var longestThrottle: Duration = .seconds(10)

    /// How many calls are let through to find out whether the target is back. All of them must succeed.
    public var probes = 1
    /// How long a probe without a deadline keeps its place.
    public var probeLease: Duration = .seconds(60)
    /// How long after closing until all calls are let in again. Zero lets all in at once.
    public var rampTime: Duration = .seconds(10)
    /// How many targets are remembered.
    public var maximumTargets = 1_024

    /// The defaults, to be changed field by field.
    public init() {}

    /// A policy that differs from the defaults in the most common options.
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

    /// Five failures in a row, or half of at least twenty calls in thirty seconds; open thirty seconds.
    public static let standard = CircuitBreakerPolicy()

    /// Opens early and looks again soon: for a target with a good alternative behind it.
    public static let sensitive: CircuitBreakerPolicy = {
        var policy = CircuitBreakerPolicy(consecutiveFailures: 3, failureRate: 0.3, openTime: .seconds(10))
        policy.minimumCalls = 10
        return policy
    }()

    /// Opens late and wants three good probes: for the only target there is.
    public static let tolerant: CircuitBreakerPolicy = {
        var policy = CircuitBreakerPolicy(consecutiveFailures: 10, failureRate: 0.8, window: .seconds(60), probes: 3)
        policy.minimumCalls = 50
        return policy
    }()
}
