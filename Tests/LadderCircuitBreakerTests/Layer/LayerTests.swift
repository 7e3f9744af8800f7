import LadderCircuitBreaker
import LadderCore
import LadderTesting
import Testing

@Suite struct LayerTests {
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `the breaker opens, refuses, probes and closes`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let backend = Backend.down(until: .seconds(35))
        let transitions = Transitions()
        var policy = CircuitBreakerPolicy.standard
        policy.jitter = 0
        let breaker = CircuitBreaker(policy) { transitions.add($0) }
        let pipeline = try Pipeline(model: backend) { breaker }.running(on: simulation)
        try simulation.run {
            for _ in 0..<5 { #expect(await pipeline.outcome()?.kind == .server) }
            #expect(breaker.state(of: "m") == .open(until: .seconds(30)))
            let refused = await pipeline.outcome()
            #expect(refused?.kind == .circuitOpen(until: .seconds(30)))
            #expect(refused?.stage == "CircuitBreaker")
            #expect(refused?.target == "m")
            #expect(refused?.attempts == [])
            try await simulation.sleep(until: .seconds(30))
            #expect(await pipeline.outcome()?.kind == .server)
            #expect(breaker.state(of: "m") == .open(until: .seconds(90)))
            try await simulation.sleep(until: .seconds(90))
            #expect(await pipeline.outcome() == nil)
            #expect(breaker.state(of: "m") == .recovering(until: .seconds(100)))
            try await simulation.sleep(until: .seconds(100))
            #expect(await pipeline.outcome() == nil)
            #expect(breaker.state(of: "m") == .closed)
        }
        #expect(backend.asked.count == 8)
        #expect(transitions.names == ["open", "halfOpen", "open", "halfOpen", "recovering", "closed"])
        #expect(
            transitions.all.map(\.cause) == [
                .consecutiveFailures, .openTimeOver, .probeFailed, .openTimeOver, .probesSucceeded, .rampOver,
            ])
        #expect(transitions.all.map(\.number) == [1, 2, 3, 4, 5, 6])
        #expect(simulation.strayJobs == 0)
    }

    @Test func `the trace shows what was decided`() throws {
        let simulation = Simulation()
        let breaker = CircuitBreaker(.plain(failures: 1, ramp: .seconds(10)))
        let pipeline = try Pipeline(model: Backend.down(until: .seconds(5))) { breaker }.running(on: simulation)
        let lines = Locked<[String]>([])
        let observed = pipeline.observing { event in
            guard case .step(let step) = event.kind, step.stage == "CircuitBreaker" else { return }
            lines.withLock { $0.append("\(step)") }
        }
        try simulation.run {
            _ = await observed.outcome()
            // Each call has an observer task of its own: it gets its events before the next call.
            try await simulation.sleep(until: .seconds(1))
            _ = await observed.outcome()
            try await simulation.sleep(until: .seconds(10))
            _ = await observed.outcome()
            try await simulation.sleep(until: .seconds(20))
            _ = await observed.outcome()
        }
        #expect(
            lines.withLock { $0 } == [
                "+0 ms CircuitBreaker opened (open): m: consecutive failures",
                "+0 ms CircuitBreaker refused m",
                "+0 ms CircuitBreaker noted (half open): m: open time over",
                "+0 ms CircuitBreaker probing m",
                "+0 ms CircuitBreaker closed (recovering): m: probes succeeded",
                "+0 ms CircuitBreaker closed (closed): m: ramp over",
            ])
    }

    @Test func `a healthy call leaves no line in the trace`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: Backend { _, _ in .fine }) { CircuitBreaker() }.running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(answer.trace.events(of: "CircuitBreaker") == [])
    }

    @Test func `replacing the breaker alone shows what the other layers do while it is open`() throws {
        struct AlwaysOpen: Middleware {
            func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
                throw ChatError(.circuitOpen(until: .distantFuture))
            }
        }
        let simulation = Simulation()
        let backend = Backend { _, _ in .fine }
        let pipeline = try Pipeline(model: backend) {
            ThreeTimes()
            CircuitBreaker()
        }.running(on: simulation)
        let open = try pipeline.replacing(CircuitBreaker.self, with: AlwaysOpen())
        try simulation.run {
            #expect(await open.outcome()?.kind == .circuitOpen(until: .distantFuture))
            #expect(backend.asked.isEmpty)
            #expect(await pipeline.outcome() == nil)
        }
        #expect(pipeline.layer(CircuitBreaker.self)?.policy == .standard)
    }
}
