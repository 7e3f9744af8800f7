import LadderCircuitBreaker
import LadderCore
import LadderTesting
import Testing

@Suite struct StreamTests {
    private func story() -> Backend {
        Backend { _, context in try await .live(model: "m", from: PacedSource.story(on: context.runtime)) }
    }

    private func snapshot(_ breaker: CircuitBreaker, on simulation: Simulation) -> BreakerSnapshot? {
        breaker.snapshot(of: "m", on: Runtime(simulation))
    }

    @Test func `the result of a stream is recorded at its end`() throws {
        let simulation = Simulation()
        let breaker = CircuitBreaker()
        let pipeline = try Pipeline(model: story()) { breaker }.running(on: simulation)
        try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            #expect(snapshot(breaker, on: simulation)?.totals.succeeded == 0)
            _ = try await stream.collect()
            #expect(snapshot(breaker, on: simulation)?.totals.succeeded == 1)
        }
    }

    @Test func `a stream that breaks off is a failure`() throws {
        let simulation = Simulation()
        let backend = Backend { _, context in
            let source = PacedSource(
                [(.zero, .text("once"))], then: ChatError(.overloaded, retryAfter: .seconds(99)),
                on: context.runtime)
            return try await .live(model: "m", from: source)
        }
        let breaker = CircuitBreaker(.plain(failures: 1))
        let pipeline = try Pipeline(model: backend) { breaker }.running(on: simulation)
        try simulation.run { _ = try await pipeline.streamResponse(to: "hi").collect() }
        #expect(breaker.state(of: "m") == .open(until: .seconds(99)))
    }

    @Test func `a reader that leaves after the first content counts as a success`() throws {
        let simulation = Simulation()
        let breaker = CircuitBreaker()
        let pipeline = try Pipeline(model: story()) { breaker }.running(on: simulation)
        try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            _ = try await stream.next()
        }
        #expect(snapshot(breaker, on: simulation)?.totals.succeeded == 1)
        #expect(snapshot(breaker, on: simulation)?.totals.neutral == 0)
    }

    @Test func `a caller that leaves before the first content is neutral`() throws {
        let simulation = Simulation()
        let breaker = CircuitBreaker()
        let pipeline = try Pipeline(model: story()) { breaker }.running(on: simulation)
        try simulation.run {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { _ = try? await pipeline.streamResponse(to: "hi") }
                try? await simulation.sleep(until: .seconds(0.5))
                group.cancelAll()
            }
        }
        #expect(snapshot(breaker, on: simulation)?.totals.neutral == 1)
    }

    @Test func `a probe is decided at its first content, so a long stream does not keep the breaker half-open`() throws
    {
        let simulation = Simulation()
        let backend = Backend { call, context in
            if call == 1 { throw ChatError(.server) }
            return try await .live(model: "m", from: PacedSource.story(on: context.runtime))
        }
        let breaker = CircuitBreaker(.plain(failures: 1))
        let pipeline = try Pipeline(model: backend) { breaker }.running(on: simulation)
        try simulation.run {
            _ = await pipeline.outcome()
            try await simulation.sleep(until: .seconds(10))
            let stream = try await pipeline.streamResponse(to: "probe")
            #expect(breaker.state(of: "m") == .closed)
            #expect(await pipeline.outcome() == nil)
            _ = try await stream.collect()
        }
        #expect(breaker.state(of: "m") == .closed)
    }

    @Test func `a probe's stream that breaks off later is an ordinary failure`() throws {
        let simulation = Simulation()
        let backend = Backend { call, context in
            if call <= 2 { throw ChatError(.server) }
            let source = PacedSource(
                [(.zero, .text("a")), (.seconds(1), .text("b"))], then: ChatError(.server), on: context.runtime)
            return try await .live(model: "m", from: source)
        }
        let breaker = CircuitBreaker(.plain(failures: 2))
        let pipeline = try Pipeline(model: backend) { breaker }.running(on: simulation)
        try simulation.run {
            for _ in 0..<2 { _ = await pipeline.outcome() }
            try await simulation.sleep(until: .seconds(10))
            _ = try await pipeline.streamResponse(to: "probe").collect()
            #expect(breaker.state(of: "m") == .closed)
            #expect(snapshot(breaker, on: simulation)?.consecutiveFailures == 1)
            _ = try await pipeline.streamResponse(to: "next").collect()
            #expect(breaker.state(of: "m") == .open(until: .seconds(32)))
        }
    }

    @Test func `a reader that is too slow is neutral`() throws {
        let simulation = Simulation()
        let backend = Backend { _, context in
            let chunks = (0..<3).map { _ in (Duration.zero, ReplyChunk.text("x")) }
            return try await .live(
                model: "m", from: PacedSource(chunks + [(.zero, .finished(.stop))], on: context.runtime))
        }
        let breaker = CircuitBreaker()
        let pipeline = try Pipeline(model: backend) { breaker }.running(on: simulation)
        try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi", options: CallOptions(timeLimit: .seconds(5)))
            try await simulation.sleep(until: .seconds(6))
            _ = try await stream.collect()
        }
        #expect(snapshot(breaker, on: simulation)?.totals.neutral == 1)
        #expect(snapshot(breaker, on: simulation)?.totals.failed == 0)
    }
}
