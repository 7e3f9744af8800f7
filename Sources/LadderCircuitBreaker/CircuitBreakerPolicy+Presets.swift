extension CircuitBreakerPolicy {
    /// The defaults: a breaker opens for thirty seconds after five failures in a row, or when half of at least twenty calls
    /// in thirty seconds fail.
    public static let standard = CircuitBreakerPolicy()

    /// A policy that opens early and probes soon, for a target with a good alternative.
    public static let sensitive: CircuitBreakerPolicy = {
        var policy = CircuitBreakerPolicy(consecutiveFailures: 3, failureRate: 0.3, openTime: .seconds(10))
        policy.minimumCalls = 10
        return policy
    }()

    /// A policy that opens late and asks for three good probes, for the only target there is.
    public static let tolerant: CircuitBreakerPolicy = {
        var policy = CircuitBreakerPolicy(consecutiveFailures: 10, failureRate: 0.8, window: .seconds(60), probes: 3)
        policy.minimumCalls = 50
        return policy
    }()
}
