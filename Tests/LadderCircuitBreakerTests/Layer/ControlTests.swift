import LadderCircuitBreaker
import LadderCore
import LadderTesting
import Testing

@Suite struct ByHandTests {
    private let simulation = Simulation()
    private var runtime: Runtime { Runtime(simulation) }

    private func pipeline(_ breaker: CircuitBreaker) throws -> Pipeline {
        try Pipeline(model: Backend { _, _ in .fine }) { breaker }.running(on: simulation)
    }

    @Test func `a breaker opened by hand refuses calls, then probes`() throws {
        let breaker = CircuitBreaker(.plain())
        let pipeline = try pipeline(breaker)
        breaker.open("m", on: runtime)
        #expect(breaker.state(of: "m") == .forcedOpen(until: .seconds(10)))
        try simulation.run {
            #expect(await pipeline.outcome()?.kind == .circuitOpen(until: .seconds(10)))
            try await simulation.sleep(until: .seconds(10))
            #expect(await pipeline.outcome() == nil)
        }
        #expect(breaker.state(of: "m") == .closed)
    }

    @Test func `an isolated breaker stays open until it is closed by hand`() throws {
        let transitions = Transitions()
        let breaker = CircuitBreaker(.plain(ramp: .seconds(10))) { transitions.add($0) }
        let pipeline = try pipeline(breaker)
        breaker.isolate("m", on: runtime)
        try simulation.run {
            try await simulation.sleep(until: .seconds(1_000_000))
            #expect(await pipeline.outcome()?.kind == .circuitOpen(until: .distantFuture))
            breaker.close("m", on: runtime)
            #expect(breaker.state(of: "m") == .recovering(until: .seconds(1_000_010)))
            #expect(await pipeline.outcome() == nil)
        }
        #expect(transitions.names == ["isolated", "recovering"])
        #expect(transitions.all.map(\.cause) == [.byHand, .byHand])
    }

    @Test func `a reset makes the breaker new`() throws {
        let breaker = CircuitBreaker(.plain())
        let pipeline = try pipeline(breaker)
        breaker.isolate("m", on: runtime)
        breaker.reset("m", on: runtime)
        #expect(breaker.state(of: "m") == .closed)
        try simulation.run { #expect(await pipeline.outcome() == nil) }
        let snapshot = breaker.snapshot(of: "m", on: runtime)
        #expect(snapshot?.totals.admitted == 1)
        #expect(snapshot?.totals.rejected == 0)
        #expect(snapshot?.totals.succeeded == 1)
    }

    @Test func `a snapshot leaves out calls from before the window`() throws {
        let breaker = CircuitBreaker()
        let pipeline = try pipeline(breaker)
        try simulation.run {
            for _ in 0..<3 { _ = await pipeline.outcome() }
            #expect(breaker.snapshot(of: "m", on: runtime)?.calls == 3)
            try await simulation.sleep(until: .seconds(31))
            #expect(breaker.snapshot(of: "m", on: runtime)?.calls == 0)
        }
        #expect(breaker.snapshot(of: "m", on: runtime)?.totals.succeeded == 3)
        #expect(breaker.snapshot(of: "other", on: runtime) == nil)
    }
}
