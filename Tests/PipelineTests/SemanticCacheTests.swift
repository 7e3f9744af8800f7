import Ladder
import LadderTesting
import Testing

/// The semantic cache with the embedder, the guards and the store that an application uses.
@Suite struct SemanticCacheTests {
    private let simulation = Simulation(seed: 1)

    private func pipeline(over store: MemoryStore, answer: String) throws -> Pipeline {
        try Pipeline.standard(
            model: ScriptedModel("m", .reply(Completion(answer))), cache: ExactCache(store: store),
            semanticCache: SemanticCache(embedder: LexicalEmbedder(), store: store)
        ).running(on: simulation)
    }

    @Test func `two pipelines on one store feed each other, and both caches share it`() throws {
        let store = MemoryStore()
        let one = try pipeline(over: store, answer: "from one")
        let two = try pipeline(over: store, answer: "from two")
        try simulation.run {
            _ = try await two.respond(to: "Where is the nearest shop in Berlin?")
            _ = try await one.respond(to: "How do I reset my password?")
            #expect(try await two.respond(to: "How do I reset my password?").fallbackLevel == .exactCache)
            try await simulation.sleep(for: .seconds(6))
            _ = try await two.respond(to: "Which currencies can I hold?")
            try await simulation.sleep(for: .seconds(1))
            let similar = try await two.respond(to: "how do i reset my password")
            #expect(similar.content == "from one" && similar.fallbackLevel == .semanticCache)
        }
    }

    @Test(arguments: [
        ("How do I turn on dark mode?", "How do I turn off dark mode?"),
        ("How do I get from Paris to Rome?", "How do I get from Rome to Paris?"),
        ("Can I take 10 mg of it?", "Can I take 100 mg of it?"),
        ("Show me the 2023 results", "Show me the 2024 results"),
        ("Can I order it with sugar?", "Can I order it without sugar?"),
    ])
    func `questions that differ in one word that matters never share an answer, at any threshold`(
        pair: (String, String)
    ) throws {
        let policy = SemanticCachePolicy(threshold: 0.1, looserOnFailure: 0.1)
        let cache = SemanticCache(policy, embedder: LexicalEmbedder(), store: MemoryStore())
        let model = ScriptedModel("m", .reply("first"), .reply("second"), .fail(.server))
        let pipeline = try Pipeline(model: model) { cache }.running(on: simulation)
        try simulation.run {
            _ = try await pipeline.respond(to: pair.0)
            #expect(try await pipeline.respond(to: pair.1).content == "second")
        }
        #expect(cache.statistics.total.vetoes.count == 1)
    }
}
