import LadderCircuitBreaker
import LadderCore
import Testing

@Suite struct ClosingTests {
    /// A policy that opens at half of four calls in a minute.
    private var policy: CircuitBreakerPolicy {
        var policy = CircuitBreakerPolicy(consecutiveFailures: nil, failureRate: 0.5, window: .seconds(60))
        policy.minimumCalls = 4
        policy.openTime = .seconds(10)
        policy.jitter = 0
        policy.rampTime = .zero
        return policy
    }

    @Test func `failures from before the breaker closed do not open it again`() {
        var engine = BreakerEngine.opened(policy, at: .origin)
        engine.call(.success, at: .seconds(10))
        #expect(engine.state == .closed)
        engine.call(.failure, at: .seconds(11))
        #expect(engine.state == .closed)
        #expect(engine.snapshot(of: "m", at: .seconds(11)).failures == 1)
    }

    @Test func `failures from before the breaker was closed by hand do not open it again`() {
        var engine = BreakerEngine.opened(policy, at: .origin)
        engine.close(at: .seconds(1))
        engine.call(.failure, at: .seconds(2))
        #expect(engine.state == .closed)
        #expect(engine.snapshot(of: "m", at: .seconds(2)).consecutiveFailures == 1)
    }
}
