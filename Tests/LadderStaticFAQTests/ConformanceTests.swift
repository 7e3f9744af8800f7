import LadderCore
import LadderStaticFAQ
import LadderTesting
import Testing

/// The contract every layer keeps.
@Suite struct ConformanceTests {
    @Test func `written answers and apologies keep the contract`() throws {
        try checkMiddleware { StaticFAQ(StaticFAQTests.entries) }
        try checkMiddleware { StaticFAQ(StaticFAQTests.entries, policy: StaticFAQPolicy(apologies: nil)) }
    }

    @Test func `so they do with an embedder, well or broken`() throws {
        struct Fixed: Embedder {
            let id = "fixed"
            let dimensions = 2
            let isWell: Bool
            func embed(_ texts: [String]) async throws -> [[Float]] {
                guard isWell else { throw ChatError(.unreachable) }
                return texts.map { _ in [1, 0] }
            }
        }
        for isWell in [true, false] {
            try checkMiddleware(seeds: 1..<11) { StaticFAQ(StaticFAQTests.entries, embedder: Fixed(isWell: isWell)) }
        }
    }

    @Test func `no apology is appended to a stream that was cut after its first words`() throws {
        let simulation = Simulation(seed: 4)
        let model = ScriptedModel("m", .cut(after: 2))
        let pipeline = try Pipeline(model: model) { StaticFAQ(StaticFAQTests.entries) }.running(on: simulation)
        let response = try simulation.run {
            try await pipeline.streamResponse(to: "How long does a refund take?").collect()
        }
        #expect(response.content == "tok tok ")
        #expect(response.fallbackLevel == .primary)
    }

    @Test func `an apology is not taken for an answer`() throws {
        let simulation = Simulation(seed: 4)
        let model = ScriptedModel("m", .fail(.server))
        let pipeline = try Pipeline(model: model) { StaticFAQ(StaticFAQTests.entries) }.running(on: simulation)
        let response = try simulation.run { try await pipeline.respond(to: "What is love?") }
        #expect(response.fallbackLevel == .apology)
        #expect(response.model == StaticFAQ.name)
        #expect(response.usage == Usage())
    }
}
