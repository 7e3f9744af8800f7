package import Ladder
import LadderTesting

/// One question walked down the ladder: each rung breaks in turn, and the next one answers.
package struct LadderWalk: Sendable {
    /// An answer on the way down.
    package struct Step: Sendable {
        /// What has just been broken.
        package let title: String
        package let question: String
        package let response: ChatResponse
    }

    package let question: String
    package let seed: UInt64

    /// The question of the tour.
    package static let usualQuestion = "How long does a refund take?"

    package init(question: String = LadderWalk.usualQuestion, seed: UInt64 = 7) {
        self.question = question
        self.seed = seed
    }

    /// The same question in other words.
    private var otherWords: String { "Could you please tell me: \(question)" }

    /// Walks down all rungs and returns the answers, the best first.
    package func steps() throws -> [Step] {
        let simulation = Simulation(seed: seed)
        let conductor = Conductor(Self.scene(large: .healthy, small: .healthy))
        let stage = Stage(Self.scene(large: .healthy, small: .healthy), conductor: conductor)
        let pipeline = try self.pipeline(on: stage, writtenAnswer: true).running(on: simulation)
        let unwritten = try self.pipeline(on: stage, writtenAnswer: false).running(on: simulation)
        return try simulation.run {
            var steps: [Step] = []
            func ask(_ title: String, _ question: String, _ pipeline: Pipeline) async throws {
                let response = try await pipeline.respond(to: question)
                steps.append(Step(title: title, question: question, response: response))
                try await simulation.sleep(for: .seconds(1))
            }
            try await ask("Everything works", question, pipeline)
            try await ask("The same question again", question, pipeline)
            try await ask("The same question in other words", otherWords, pipeline)
            conductor.play(Self.scene(large: .down, small: .healthy), from: simulation.now)
            try await simulation.sleep(for: Self.lifetime * 2)
            try await ask("The stored answers are too old, and \"large\" is down", question, pipeline)
            conductor.play(Self.scene(large: .down, small: .down), from: simulation.now)
            try await ask("\"small\" is down too: no model is left", question, pipeline)
            try await stage.store.invalidate(.all, in: StoreContext())
            try await ask("The stored answers are removed as well", question, pipeline)
            try await ask("… and there is no written answer", question, unwritten)
            return steps
        }
    }

    /// The pipeline of the walk, outermost layer first, as `explain()` prints it.
    package func pipelineText() throws -> String {
        let scene = Self.scene(large: .healthy, small: .healthy)
        return try pipeline(on: Stage(scene, conductor: Conductor(scene)), writtenAnswer: true).explain()
    }

    private static let lifetime = Duration.seconds(3_600)

    private static func scene(large: ProviderState, small: ProviderState) -> Scenario {
        Scenario(
            name: "ladder", summary: "", crowd: Scenario.crowd { $0.outputTokens = 8...8 },
            phases: [ScenarioPhase("", for: .hours(24), ["large": large, "small": small])])
    }

    private func pipeline(on stage: Stage, writtenAnswer: Bool) throws -> Pipeline {
        let entry = FAQEntry(
            id: "written", phrasings: [question], answer: "This is the answer that was written in advance.")
        let embedder = LexicalEmbedder()
        return try Pipeline.standard(
            model: stage.models[0], fallbacks: [stage.models[1]], faq: writtenAnswer ? [entry] : [],
            cache: ExactCache(ExactCachePolicy(lifetime: CacheLifetime(Self.lifetime)), store: stage.store),
            semanticCache: SemanticCache(
                SemanticCachePolicy(strictness: .faq, lifetime: CacheLifetime(Self.lifetime)), embedder: embedder,
                store: stage.store),
            retry: .quick
        )
        .priced(by: stage.prices)
    }
}
