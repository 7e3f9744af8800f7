import LadderCircuitBreaker
import LadderCore
import LadderTesting
import Testing

/// A rehearsal in virtual time may share its breaker with the pipeline that serves production.
@Suite struct RehearsalTests {
    private func pipeline(_ breaker: CircuitBreaker, failing: Bool) throws -> Pipeline {
        try Pipeline(
            model: Backend { _, _ in
                if failing { throw ChatError(.throttled(retryAfter: .seconds(30 * 86_400))) }
                return .fine
            }
        ) { breaker }
    }

    @Test func `a circuit opened in a rehearsal does not refuse live calls`() async throws {
        let simulation = Simulation()
        let breaker = CircuitBreaker()
        let rehearsal = try pipeline(breaker, failing: true).running(on: simulation)
        try simulation.run { _ = await rehearsal.outcome() }
        let end = Instant.seconds(30 * 86_400)
        #expect(breaker.state(of: "m") == .open(until: end))

        let live = try pipeline(breaker, failing: false)
        #expect(await live.outcome() == nil)
        #expect(breaker.state(of: "m", on: .live) == .closed)
        #expect(breaker.state(of: "m") == .closed)
        #expect(breaker.state(of: "m", on: Runtime(simulation)) == .open(until: end))
    }

    @Test func `a rehearsal starts with closed breakers and leaves the live ones as they are`() async throws {
        let breaker = CircuitBreaker()
        let live = try pipeline(breaker, failing: false)
        #expect(await live.outcome() == nil)
        breaker.isolate("m")
        let before = try #require(breaker.snapshot(of: "m"))
        #expect(before.state == .isolated)

        let simulation = Simulation()
        let rehearsal = try pipeline(breaker, failing: false).running(on: simulation)
        try simulation.run { #expect(await rehearsal.outcome() == nil) }
        breaker.reset("m", on: Runtime(simulation))
        #expect(breaker.snapshot(of: "m") == before)
        guard case .circuitOpen = await live.outcome()?.kind else {
            Issue.record("the live breaker is isolated")
            return
        }
    }

    @Test func `a second rehearsal starts with closed breakers`() throws {
        let breaker = CircuitBreaker()
        for _ in 0..<2 {
            let simulation = Simulation()
            let rehearsal = try pipeline(breaker, failing: true).running(on: simulation)
            try simulation.run {
                #expect(await rehearsal.outcome()?.kind == .throttled(retryAfter: .seconds(30 * 86_400)))
            }
        }
    }
}
