import Ladder
import LadderTesting
import Testing

/// Each test replaces one layer of the standard pipeline by its stand-in, and keeps all others.
@Suite struct StandInTests {
    private let simulation = Simulation(seed: 1)
    private let primary = ScriptedModel("primary", .reply("from primary"))
    private let other = ScriptedModel("other", .reply("from other"))

    private func pipeline(failing: Bool = false) throws -> Pipeline {
        try .standard(
            model: failing ? FailingModel("primary") : primary, fallbacks: [other],
            faq: [FAQEntry(id: "hours", phrasings: ["When are you open?"], answer: "Weekdays, 9 to 18.")],
            budget: BudgetCheck(), cache: ExactCache())
    }

    private func respond(_ pipeline: Pipeline, to text: String = "When are you open?") throws -> ChatResponse {
        let rehearsal = pipeline.running(on: simulation)
        return try simulation.run { try await rehearsal.respond(to: text) }
    }

    @Test func `a breaker that is always open sends calls to the fallback, which it refuses as well`() throws {
        let response = try respond(pipeline().replacing(CircuitBreaker.self, with: AlwaysOpen()))
        #expect(response.fallbackLevel == .staticFAQ)
        #expect(response.attempts.isEmpty)
    }

    @Test func `a used-up budget leaves the written answers`() throws {
        let response = try respond(pipeline().replacing(BudgetCheck.self, with: ExhaustedBudget()))
        #expect(response.fallbackLevel == .staticFAQ)
        #expect(response.content == "Weekdays, 9 to 18.")
        #expect(response.attempts.isEmpty)
        #expect(response.cost == .zero)
    }

    @Test func `a used-up budget can refuse at once`() throws {
        let refusing = try pipeline().replacing(BudgetCheck.self, with: ExhaustedBudget(refuses: true))
        #expect(try respond(refusing).fallbackLevel == .staticFAQ)
    }

    @Test func `a cache that always hits answers without a model`() throws {
        let response = try respond(pipeline().replacing(ExactCache.self, with: AlwaysHit("cached")))
        #expect(response.fallbackLevel == .exactCache)
        #expect(response.content == "cached")
        #expect(response.cached?.age == .seconds(60))
        #expect(response.attempts.isEmpty)
    }

    @Test func `a cache that never hits asks the model each time`() throws {
        let cold = try pipeline().replacing(ExactCache.self, with: NeverHits())
        #expect(try respond(cold).fallbackLevel == .primary)
        #expect(try respond(cold).fallbackLevel == .primary)
        #expect(primary.attempts.count == 2)
    }

    @Test func `a cache of meanings that always hits, or never does, is one line too`() throws {
        let cache = SemanticCache(embedder: LexicalEmbedder(), store: MemoryStore())
        let pipeline = try Pipeline.standard(
            model: primary, fallbacks: [other], cache: ExactCache(), semanticCache: cache)
        let similar = AlwaysHit("similar", as: .semanticCache)
        let warm = try respond(pipeline.replacing(SemanticCache.self, with: similar))
        #expect(warm.fallbackLevel == .semanticCache && warm.content == "similar")
        #expect(warm.cached?.similarity == 0.97)
        let cold = try pipeline.replacing(SemanticCache.self, with: NeverHits(as: .semanticCache))
        #expect(try respond(cold).fallbackLevel == .primary)
        #expect(cold.diagnostics == pipeline.diagnostics)
    }

    @Test func `a stale answer comes before a written one`() throws {
        let stale = try pipeline().replacing(ExactCache.self, with: HasStaleAnswer("as of yesterday"))
            .replacing(CircuitBreaker.self, with: AlwaysOpen())
        let response = try respond(stale)
        #expect(response.fallbackLevel == .staleCache)
        #expect(response.content == "as of yesterday")
    }

    @Test func `without retries the fallback is asked after one failure`() throws {
        let response = try respond(pipeline(failing: true).replacing(Retry.self, with: NeverRetries()))
        #expect(response.fallbackLevel == .fallbackModel)
        #expect(response.attempts.map(\.target) == ["primary", "other"])
    }

    @Test func `a timeout on every attempt ends in a written answer`() throws {
        let response = try respond(pipeline().replacing(Timeout.self, with: AlwaysTimesOut()))
        #expect(response.fallbackLevel == .staticFAQ)
    }

    @Test func `a fallback that is always used answers at its own level`() throws {
        let response = try respond(pipeline().replacing(ModelFallback.self, with: AlwaysFallsBack(to: "other")))
        #expect(response.fallbackLevel == .fallbackModel)
        #expect(response.content == "from other")
    }

    @Test func `a router without a deployment lets the fallback answer`() throws {
        let routed = try Pipeline.standard(
            model: other, fallbacks: [primary],
            routes: [Route("other", deployments: [Deployment("eu", client: other)])])
        let response = try respond(routed.replacing(ModelRouter.self, with: NoDeployment(of: "other")))
        #expect(response.fallbackLevel == .apology)
    }

    @Test func `an answer for every failure replaces the FAQ`() throws {
        let written = try Pipeline.standard(model: FailingModel("primary"), faq: [])
            .replacing(StaticFAQ.self, with: AlwaysAnswers("Please call us."))
        let response = try respond(written, to: "anything")
        #expect(response.fallbackLevel == .staticFAQ)
        #expect(response.content == "Please call us.")
    }
}
