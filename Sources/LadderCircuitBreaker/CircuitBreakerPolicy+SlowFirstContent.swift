extension CircuitBreakerPolicy {
    /// When answers with a slow first content count against a target.
    ///
    /// The time that counts is the successful attempt's own: waits of `Retry` and attempts that failed are not part of it.
    public struct SlowFirstContent: Hashable, Sendable {
        /// The time to the first content from which an answer is slow.
        public var threshold: Duration
        /// The share of slow answers among the calls of the window that opens a breaker.
        public var rate: Double
        /// The number of calls that the window must hold before the rate is compared.
        public var minimumCalls: Int

        /// Creates a rule by which answers are slow from `threshold` on.
        public init(threshold: Duration, rate: Double = 0.5, minimumCalls: Int = 20) {
            self.threshold = threshold
            self.rate = rate
            self.minimumCalls = minimumCalls
        }
    }
}
