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
                "+0ms CircuitBreaker opened (open): m: consecutiveFailures",
                "+0ms CircuitBreaker refused m",
                "+0ms CircuitBreaker noted (halfOpen): m: openTimeOver",
                "+0ms CircuitBreaker probing m",
                "+0ms CircuitBreaker closed (recovering): m: probesSucceeded",
                "+0ms CircuitBreaker closed (closed): m: rampOver",
            ])
    }

    @Test func `a healthy call leaves no line in the trace`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: Backend { _, _ in .fine }) { CircuitBreaker() }.running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(answer.trace.events(of: "CircuitBreaker") == [])
    }

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
        #expect(lines.withLock { $0 } == ["+0ms CircuitBreaker noted (closed): a: evicted"])
        #expect(transitions.all.map(\.cause) == [.consecutiveFailures, .evicted, .consecutiveFailures])
        #expect(transitions.all.map(\.target) == ["a", "a", "b"])
    }
}
