import LadderCircuitBreaker
import LadderCore
import LadderTesting
import Testing

@Suite struct ResultTests {
    @Test func `an answer from before the outage does not count after it`() throws {
        let simulation = Simulation()
        let backend = Backend { call, context in
            if call == 1 { try await context.runtime.sleep(for: .seconds(60)) }
            if call == 2 { throw ChatError(.server) }
            return .fine
        }
        let breaker = CircuitBreaker(.plain(failures: 1))
        let pipeline = try Pipeline(model: backend) { breaker }.running(on: simulation)
        try simulation.run {
            async let early = pipeline.outcome()
            try await simulation.sleep(until: .seconds(1))
            #expect(await pipeline.outcome()?.kind == .server)
            try await simulation.sleep(until: .seconds(20))
            #expect(await pipeline.outcome() == nil)
            #expect(breaker.state(of: "m") == .closed)
            #expect(await early == nil)
        }
        let totals = try #require(breaker.snapshot(of: "m", on: Runtime(simulation))).totals
        #expect(totals.late == 1)
        #expect(totals.succeeded == 1)
    }

    @Test func `a refused key opens the breaker for ten minutes, then a probe follows as usual`() throws {
        let simulation = Simulation()
        let backend = Backend { call, _ in
            if call == 1 { throw ChatError(.unauthorized) }
            return .fine
        }
        var policy = CircuitBreakerPolicy.standard
        policy.jitter = 0
        let breaker = CircuitBreaker(policy)
        let pipeline = try Pipeline(model: backend) { breaker }.running(on: simulation)
        try simulation.run {
            #expect(await pipeline.outcome()?.kind == .unauthorized)
            #expect(breaker.state(of: "m") == .open(until: .seconds(600)))
            try await simulation.sleep(until: .seconds(600))
            #expect(await pipeline.outcome() == nil)
        }
    }

    @Test(arguments: [(10, false), (11, true)])
    func `a long throttle opens the breaker until it is over, a short one does not`(seconds: Int, opens: Bool) throws {
        let simulation = Simulation()
        let backend = Backend { _, _ in throw ChatError(.throttled(retryAfter: .seconds(seconds))) }
        let breaker = CircuitBreaker()
        let pipeline = try Pipeline(model: backend) { breaker }.running(on: simulation)
        try simulation.run {
            for _ in 0..<10 { _ = await pipeline.outcome() }
        }
        #expect(breaker.state(of: "m") == (opens ? .open(until: .seconds(Double(seconds))) : .closed))
        #expect(backend.asked.count == (opens ? 1 : 10))
    }

    @Test func `an exhausted retry sequence is one result, and a probe is one attempt`() throws {
        let simulation = Simulation()
        let backend = Backend { _, _ in throw ChatError(.server) }
        let breaker = CircuitBreaker(.plain(failures: 2))
        let pipeline = try Pipeline(model: backend) {
            breaker
            ThreeTimes()
        }.running(on: simulation)
        try simulation.run {
            _ = await pipeline.outcome()
            #expect(backend.asked.count == 3)
            #expect(breaker.state(of: "m") == .closed)
            _ = await pipeline.outcome()
            #expect(backend.asked.count == 6)
            try await simulation.sleep(until: .seconds(10))
            _ = await pipeline.outcome()
            #expect(backend.asked.count == 7)
        }
    }

    @Test func `an answer that no model gave is neutral`() throws {
        struct Written: Middleware {
            func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
                Reply(level: .staticFAQ, model: "", Completion("written"))
            }
        }
        let simulation = Simulation()
        let breaker = CircuitBreaker()
        let pipeline = try Pipeline(model: Backend { _, _ in .fine }) {
            breaker
            Written()
        }.running(on: simulation)
        try simulation.run { _ = await pipeline.outcome() }
        #expect(breaker.snapshot(of: "m", on: Runtime(simulation))?.totals.neutral == 1)
        #expect(breaker.snapshot(of: "m", on: Runtime(simulation))?.totals.succeeded == 0)
    }
}
