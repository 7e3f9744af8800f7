import LadderCore
import LadderTesting
import Testing

@Suite struct FaultyModelTests {
    private let model = FaultyModel(
        "m",
        phases: [
            ProviderPhase(for: .seconds(10), .healthy), ProviderPhase(for: .seconds(10), .down),
            .flapping(for: .seconds(4), every: .seconds(1)),
        ])

    @Test(arguments: [
        (0, ProviderCondition.healthy), (9, .healthy), (10, .down), (19, .down), (20, .down), (21, .healthy),
        (22, .down), (24, .healthy), (34, .down),
    ])
    func `goes through its phases again and again`(second: Int, condition: ProviderCondition) {
        #expect(model.condition(at: .origin + .seconds(second)) == condition)
    }

    @Test func `phases without length are healthy`() {
        let model = FaultyModel(
            "m", phases: [ProviderPhase(for: .seconds(-1), .down), ProviderPhase(for: .zero, .down)])
        #expect(model.condition(at: .origin + .seconds(5)) == .healthy)
    }

    @Test func `a throttled attempt carries a wait`() throws {
        var condition = ProviderCondition.throttling
        condition.faults = [ProviderCondition.Fault(.throttled(retryAfter: nil), share: 1)]
        let simulation = Simulation(seed: 4)
        let model = FaultyModel("m", phases: [ProviderPhase(for: .seconds(60), condition)])
        let pipeline = try Pipeline(model: model).running(on: simulation)
        let error = try #require(throws: ChatError.self) {
            try simulation.run { try await pipeline.respond(to: "hi") }
        }
        let wait = try #require(error.retryAfter)
        #expect(wait > .zero && wait <= .seconds(20))
        #expect(error.kind == .throttled(retryAfter: wait))
    }

    @Test func `reports its rate limit with an answer`() throws {
        var condition = ProviderCondition.healthy
        condition.remainingRequests = 3
        let simulation = Simulation(seed: 4)
        let model = FaultyModel("m", phases: [ProviderPhase(for: .seconds(60), condition)])
        let pipeline = try Pipeline(model: model).running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(answer.metadata?.rateLimits.first?.remaining == 3)
    }

    @Test(arguments: 1...10)
    func `the witness reports attempts beyond the limit`(seed: UInt64) throws {
        let witness = ModelWitness(maximumAttempts: 2)
        let simulation = Simulation(seed: seed)
        let model = FaultyModel("m", phases: [ProviderPhase(for: .seconds(600), .down)], witness: witness)
        let pipeline = try Pipeline(model: model) { ThreeAttempts() }.running(on: simulation)
        #expect(throws: ChatError.self) { try simulation.run { try await pipeline.respond(to: "hi") } }
        #expect(witness.violations.count == 1)
        #expect(witness.violations.first?.hasPrefix("attempt 3 of 2") == true)
    }
}

/// Asks three times, whatever the limit is.
private struct ThreeAttempts: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        for _ in 0..<2 {
            do { return try await next(request, context) } catch is ChatError {}
        }
        return try await next(request, context)
    }
}
