import LadderCircuitBreaker
import LadderCore
import LadderTesting
import Testing

@Suite struct SlowFirstContentTests {
    @Test func `the time to the first content is the attempt's own, without the waits before it`() throws {
        let simulation = Simulation()
        let backend = Backend { call, context in
            if call <= 20 {
                // Every other attempt fails slowly; the one that answers is quick.
                if call % 2 == 1 {
                    try await context.runtime.sleep(for: .seconds(20))
                    throw ChatError(.server)
                }
                return .fine
            }
            try await context.runtime.sleep(for: .seconds(9))
            return .fine
        }
        var policy = CircuitBreakerPolicy(consecutiveFailures: 5, window: .seconds(600))
        policy.slowFirstContent = .init(threshold: .seconds(8), rate: 0.5, minimumCalls: 10)
        let breaker = CircuitBreaker(policy)
        let pipeline = try Pipeline(model: backend) {
            breaker
            ThreeTimes()
        }.running(on: simulation)
        try simulation.run {
            for _ in 0..<10 { #expect(await pipeline.outcome() == nil) }
            #expect(breaker.snapshot(of: "m", on: Runtime(simulation))?.slowFirstContent == 0)
            for _ in 0..<9 { #expect(await pipeline.outcome() == nil) }
            #expect(breaker.state(of: "m") == .closed)
            #expect(await pipeline.outcome() == nil)
        }
        #expect(breaker.snapshot(of: "m", on: Runtime(simulation))?.cause == .slowFirstContent)
    }

    @Test func `the slow first content of an attempt that then failed does not count`() throws {
        let simulation = Simulation()
        // Every call asks twice: the first attempt answers at once, the second is slow and breaks off.
        let backend = Backend { call, context in
            if call % 2 == 1 { return .fine }
            let source = PacedSource(
                [(.seconds(20), .text("once "))], then: ChatError(.server), on: context.runtime)
            return try await .live(model: "m", from: source)
        }
        var policy = CircuitBreakerPolicy(consecutiveFailures: 5)
        policy.slowFirstContent = .init(threshold: .seconds(8), minimumCalls: 2)
        let breaker = CircuitBreaker(policy)
        let pipeline = try Pipeline(model: backend) {
            breaker
            SecondOpinion()
        }.running(on: simulation)
        try simulation.run {
            for _ in 0..<2 { #expect(await pipeline.outcome() == nil) }
        }
        let snapshot = try #require(breaker.snapshot(of: "m", on: Runtime(simulation)))
        #expect(backend.asked.count == 4)
        #expect(snapshot.totals.succeeded == 2)
        #expect(snapshot.slowFirstContent == 0)
        #expect(snapshot.state == .closed)
    }
}

/// A layer that asks twice and answers with the first answer.
private struct SecondOpinion: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let reply = try await next(request, context)
        _ = try? await next(request, context).collect()
        return reply
    }
}
