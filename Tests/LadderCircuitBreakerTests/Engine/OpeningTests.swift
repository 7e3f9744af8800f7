import LadderCircuitBreaker
import LadderCore
import Testing

@Suite struct TrippingTests {
    @Test(arguments: [1, 2, 5, 50])
    func `as many failures in a row as the policy says open the breaker`(failures: Int) {
        var engine = BreakerEngine(.plain(failures: failures))
        for count in 1...failures {
            #expect(engine.state == .closed)
            engine.call(.failure, at: .seconds(Double(count)))
        }
        #expect(engine.state == .open(until: .seconds(Double(failures) + 10)))
        #expect(engine.cause == .consecutiveFailures)
    }

    @Test func `a success restarts the count of failures, a neutral call does not`() {
        var engine = BreakerEngine(.plain(failures: 3))
        for result in [BreakerResult.failure, .failure, .success, .failure, .neutral, .failure, .neutral] {
            engine.call(result, at: .origin)
        }
        #expect(engine.state == .closed)
        engine.call(.failure, at: .origin)
        #expect(engine.state != .closed)
    }

    @Test func `failures of half of at least twenty calls open the breaker`() {
        var engine = BreakerEngine(.standard)
        var calls = 0
        while engine.state == .closed, calls < 100 {
            engine.call(calls % 2 == 0 ? .success : .failure, at: .seconds(1))
            calls += 1
        }
        #expect(calls == 20)
        #expect(engine.cause == .failureRate)
    }

    @Test func `below the rate or below the minimum the breaker stays closed`() {
        var engine = BreakerEngine(.standard)
        for call in 0..<10_000 { engine.call(call % 20 < 11 ? .success : .neutral, at: .seconds(1)) }
        for call in 0..<9_000 { engine.call(call % 9 < 5 ? .success : .failure, at: .seconds(1)) }
        #expect(engine.state == .closed)
        var few = BreakerEngine(.standard)
        for call in 0..<19 { few.call(call % 4 == 0 ? .success : .failure, at: .seconds(1)) }
        #expect(few.state == .closed)
    }

    @Test func `results from before the window no longer count`() {
        var engine = BreakerEngine(.standard)
        for call in 0..<19 { engine.call(call % 2 == 0 ? .failure : .success, at: .seconds(1)) }
        engine.call(.failure, at: .seconds(40))
        #expect(engine.state == .closed)
        #expect(engine.snapshot(of: "m", at: .seconds(40)).calls == 1)
    }

    @Test func `a success never opens the breaker`() {
        var policy = CircuitBreakerPolicy(consecutiveFailures: nil)
        policy.minimumCalls = 20
        var engine = BreakerEngine(policy)
        for _ in 0..<19 { engine.call(.failure, at: .origin) }
        engine.call(.success, at: .origin)
        #expect(engine.state == .closed)
        engine.call(.failure, at: .origin)
        #expect(engine.state != .closed)
    }

    @Test func `slow first content opens the breaker only where the policy says so`() {
        let slow = BreakerResult.success(firstContent: .seconds(9))
        var policy = CircuitBreakerPolicy.standard
        var blind = BreakerEngine(policy)
        policy.slowFirstContent = .init(threshold: .seconds(8), rate: 0.5, minimumCalls: 10)
        var engine = BreakerEngine(policy)
        for call in 0..<10 {
            #expect(engine.state == .closed)
            let result = call % 2 == 0 ? .success(firstContent: .seconds(1)) : slow
            engine.call(result, at: .seconds(1))
            blind.call(result, at: .seconds(1))
        }
        #expect(engine.cause == .slowFirstContent)
        #expect(blind.state == .closed)
    }

    @Test func `a slow probe is a failed probe where the policy looks at slow first content`() {
        var policy = CircuitBreakerPolicy.plain()
        policy.slowFirstContent = .init(threshold: .seconds(8))
        var engine = BreakerEngine.opened(policy, at: .origin)
        engine.call(.success(firstContent: .seconds(8)), at: .seconds(10))
        #expect(engine.state == .open(until: .seconds(30)))
    }

    @Test func `an error that names an end opens the breaker until exactly then`() {
        var engine = BreakerEngine(.standard)
        engine.call(.opens(until: .seconds(77)), at: .seconds(1), jitter: 0.9)
        #expect(engine.state == .open(until: .seconds(77)))
        #expect(engine.admit(at: .seconds(76.9)).rejectedUntil == .seconds(77))
        #expect(engine.admit(at: .seconds(77)).ticket?.isProbe == true)
    }

    @Test func `an error that names no end opens the breaker for ten minutes`() {
        var engine = BreakerEngine(.standard)
        engine.call(.opens(until: nil), at: .seconds(1))
        #expect(engine.state == .open(until: .seconds(601)))
        #expect(engine.cause == .openedAtOnce)
    }
}
