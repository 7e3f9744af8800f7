import LadderCircuitBreaker
import LadderCore
import LadderTesting
import Testing

@Suite struct PolicyTests {
    @Test func `the defaults are those of the reference`() {
        let policy = CircuitBreakerPolicy.standard
        #expect(policy.consecutiveFailures == 5)
        #expect(policy.failureRate == 0.5 && policy.minimumCalls == 20 && policy.window == .seconds(30))
        #expect(policy.slowFirstContent == nil)
        #expect(policy.openTime == .seconds(30) && policy.openTimeGrowth == 2 && policy.jitter == 0.1)
        #expect(policy.maximumOpenTime == .seconds(300) && policy.openAtOnceTime == .seconds(600))
        #expect(policy.longestThrottle == .seconds(10))
        #expect(policy.probes == 1 && policy.probeLease == .seconds(60) && policy.rampTime == .seconds(10))
        #expect(policy.maximumTargets == 1_024)
    }

    @Test(arguments: [CircuitBreakerPolicy.standard, .sensitive, .tolerant])
    func `presets have no problems`(policy: CircuitBreakerPolicy) {
        #expect(policy.problems == [])
    }

    typealias Change = @Sendable (inout CircuitBreakerPolicy) -> Void
    static let wrong: [(String, Change)] = [
        ("consecutiveFailures is 0; allowed 1…1000000", { $0.consecutiveFailures = 0 }),
        ("failureRate is nan; allowed above 0, up to 1", { $0.failureRate = .nan }),
        ("failureRate is inf; allowed above 0, up to 1", { $0.failureRate = .infinity }),
        ("failureRate is 0.0; allowed above 0, up to 1", { $0.failureRate = 0 }),
        ("minimumCalls is -1; allowed 1…1000000", { $0.minimumCalls = -1 }),
        ("window is 0.0 seconds; allowed 0.001 seconds…86400.0 seconds", { $0.window = .zero }),
        (
            "slowFirstContent.threshold is -1.0 seconds; allowed 0.001 seconds…86400.0 seconds",
            { $0.slowFirstContent = .init(threshold: .seconds(-1)) }
        ),
        (
            "slowFirstContent.rate is 2.0; allowed above 0, up to 1",
            { $0.slowFirstContent = .init(threshold: .seconds(1), rate: 2) }
        ),
        (
            "slowFirstContent.minimumCalls is 0; allowed 1…1000000",
            { $0.slowFirstContent = .init(threshold: .seconds(1), minimumCalls: 0) }
        ),
        ("openTime is 0.0 seconds; allowed 0.001 seconds…86400.0 seconds", { $0.openTime = .zero }),
        ("openTimeGrowth is 0.5; allowed 1.0…10.0", { $0.openTimeGrowth = 0.5 }),
        ("openTimeGrowth is nan; allowed 1.0…10.0", { $0.openTimeGrowth = .nan }),
        (
            "maximumOpenTime is 1.0 seconds; allowed at least openTime, which is 30.0 seconds",
            { $0.maximumOpenTime = .seconds(1) }
        ),
        ("jitter is -0.1; allowed 0.0…0.5", { $0.jitter = -0.1 }),
        ("openAtOnceTime is 0.0 seconds; allowed 0.001 seconds…2678400.0 seconds", { $0.openAtOnceTime = .zero }),
        (
            "longestThrottle is -1.0 seconds; allowed 0.0 seconds…2678400.0 seconds",
            { $0.longestThrottle = .seconds(-1) }
        ),
        ("probes is 0; allowed 1…100", { $0.probes = 0 }),
        ("probeLease is 0.0 seconds; allowed 0.001 seconds…600.0 seconds", { $0.probeLease = .zero }),
        ("rampTime is -1.0 seconds; allowed 0.0 seconds…3600.0 seconds", { $0.rampTime = .seconds(-1) }),
        ("maximumTargets is 0; allowed 1…1000000", { $0.maximumTargets = 0 }),
    ]

    @Test(arguments: wrong.indices)
    func `each option out of range is one sentence, and the engine works with it all the same`(index: Int) {
        let (sentence, change) = PolicyTests.wrong[index]
        var policy = CircuitBreakerPolicy.standard
        change(&policy)
        #expect(policy.problems == ["CircuitBreaker." + sentence])
        #expect(CircuitBreaker(policy).configurationProblems == policy.problems)
        var engine = BreakerEngine(policy)
        for second in 0..<50 { engine.call(second % 3 == 0 ? .success : .failure, at: .seconds(Double(second))) }
        #expect(engine.totals.admitted + engine.totals.rejected == 50)
    }

    @Test func `a pipeline refuses a breaker with problems`() {
        var policy = CircuitBreakerPolicy.standard
        policy.probes = 0
        let breaker = CircuitBreaker(policy)
        let error = #expect(throws: ConfigurationError.self) {
            try Pipeline(model: ClosureModel("m") { _ in Completion("") }) { breaker }
        }
        #expect(error?.problems == ["CircuitBreaker.probes is 0; allowed 1…100"])
    }

    @Test func `a rule that is nil is off`() {
        var policy = CircuitBreakerPolicy(consecutiveFailures: nil, failureRate: nil)
        policy.rampTime = .zero
        var engine = BreakerEngine(policy)
        for _ in 0..<10_000 { engine.call(.failure, at: .origin) }
        #expect(engine.state == .closed)
    }

    @Test func `the layer description shows the rules that differ from the error table`() {
        var policy = CircuitBreakerPolicy.standard
        policy.rules = [.invalidOutput: .neutral, .overloaded: .opens, .server: .failure]
        let rules = CircuitBreaker(policy).layerDescription.options.first { $0.name == "rules" }
        #expect(rules?.value == "overloaded opens, invalidOutput neutral")
        #expect(policy.problems == [])
    }

    @Test func `the layer description shows every option`() {
        let description = CircuitBreaker().layerDescription
        #expect(description.role == .circuitBreaker)
        #expect(description.name == "CircuitBreaker")
        let text = description.options.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        let expected = """
            consecutive failures: 5
            failure rate: 0.5 of at least 20 in 30 s
            slow first content: off
            open: 30 s ×2.0 up to 300 s ±0.1
            open at once: 600 s
            longest throttle: 10 s
            probes: 1, lease 60 s
            ramp: 10 s
            maximum targets: 1024
            """
        #expect(text == expected)
    }
}
