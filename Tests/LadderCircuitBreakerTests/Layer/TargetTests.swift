import LadderCircuitBreaker
import LadderCore
import LadderTesting
import Testing

@Suite struct TargetTests {
    @Test func `each target has a breaker of its own`() throws {
        let simulation = Simulation()
        let backend = Backend { _, context in
            if context.target?.id == "east" { throw ChatError(.overloaded) }
            return .fine
        }
        let breaker = CircuitBreaker(.plain(failures: 1))
        let pipeline = try Pipeline(model: backend) {
            Aim { $0.lastUserText ?? "" }
            breaker
        }.running(on: simulation)
        try simulation.run {
            #expect(await pipeline.outcome("east")?.kind == .overloaded)
            #expect(await pipeline.outcome("west") == nil)
            let refused = await pipeline.outcome("east")
            #expect(refused?.kind == .circuitOpen(until: .seconds(10)))
            #expect(refused?.target == "east")
            #expect(await pipeline.outcome("west") == nil)
        }
        let runtime = Runtime(simulation)
        #expect(breaker.snapshots(on: runtime).map(\.target) == ["east", "west"])
        #expect(breaker.state(of: "east") == .open(until: .seconds(10)))
        #expect(breaker.state(of: "never called") == .closed)
    }

    @Test func `one breaker in two pipelines is one breaker`() throws {
        let simulation = Simulation()
        let breaker = CircuitBreaker(.plain(failures: 1))
        let bad = try Pipeline(model: Backend { _, _ in throw ChatError(.server) }) { breaker }
            .running(on: simulation)
        let good = try Pipeline(model: Backend { _, _ in .fine }) { breaker }.running(on: simulation)
        try simulation.run {
            _ = await bad.outcome()
            #expect(await good.outcome()?.kind == .circuitOpen(until: .seconds(10)))
        }
    }

    @Test func `a full registry of open breakers evicts one and reports it`() throws {
        let simulation = Simulation()
        let transitions = Transitions()
        var policy = CircuitBreakerPolicy.plain(failures: 1)
        policy.maximumTargets = 1
        let breaker = CircuitBreaker(policy) { transitions.add($0) }
        let pipeline = try Pipeline(model: Backend { _, _ in throw ChatError(.server) }) {
            Aim { $0.lastUserText ?? "" }
            breaker
        }.running(on: simulation)
        let lines = Locked<[String]>([])
        let observed = pipeline.observing { event in
            guard case .step(let step) = event.kind, step.verdict == .noted else { return }
            lines.withLock { $0.append("\(step)") }
        }
        try simulation.run {
            _ = await pipeline.outcome("a")
            _ = await observed.outcome("b")
        }
        #expect(lines.withLock { $0 } == ["+0 ms CircuitBreaker noted (closed): a: evicted"])
        #expect(transitions.all.map(\.cause) == [.consecutiveFailures, .evicted, .consecutiveFailures])
        #expect(transitions.all.map(\.target) == ["a", "a", "b"])
    }
}
