import LadderCore
import LadderStaticFAQ
import LadderTesting
import Testing

/// The contract of middleware.
@Suite struct ConformanceTests {
    @Test func `written answers and apologies keep the contract`() throws {
        try checkMiddleware { StaticFAQ(StaticFAQTests.entries) }
        try checkMiddleware { StaticFAQ(StaticFAQTests.entries, policy: StaticFAQPolicy(apologies: nil)) }
    }

    @Test func `a layer with an embedder keeps the contract, also when the embedder fails`() throws {
        struct Fixed: Embedder {
            let id = "fixed"
            let dimensions = 2
            let pricePerMillionTokens: Money? = .zero
            let isAvailable: Bool
            func embed(_ texts: [String]) async throws -> [[Float]] {
                guard isAvailable else { throw ChatError(.unreachable) }
                return texts.map { _ in [1, 0] }
            }
        }
        for isAvailable in [true, false] {
            try checkMiddleware(seeds: 1..<11) {
                StaticFAQ(StaticFAQTests.entries, embedder: Fixed(isAvailable: isAvailable))
            }
        }
    }

    @Test func `no apology is appended to a stream that is cut after its first content`() throws {
        let simulation = Simulation(seed: 4)
        let model = ScriptedModel("m", .cut(after: 2))
        let pipeline = try Pipeline(model: model) { StaticFAQ(StaticFAQTests.entries) }.running(on: simulation)
        let response = try simulation.run {
            try await pipeline.streamResponse(to: "How long does a refund take?").collect()
        }
        #expect(response.content == "tok tok ")
        #expect(response.fallbackLevel == .primary)
    }

    @Test func `an apology has a level, a model name and no usage`() throws {
        let simulation = Simulation(seed: 4)
        let model = ScriptedModel("m", .fail(.server))
        let pipeline = try Pipeline(model: model) { StaticFAQ(StaticFAQTests.entries) }.running(on: simulation)
        let response = try simulation.run { try await pipeline.respond(to: "What is love?") }
        #expect(response.fallbackLevel == .apology)
        #expect(response.model == StaticFAQ.name)
        #expect(response.usage == Usage())
    }
}
