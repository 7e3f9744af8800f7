import LadderCore
import LadderTesting
import TestSupport
import Testing

/// The cost of one answer.
struct AnswerCostTests {
    private func cost(of step: ScriptedStep, by model: String, inside layers: [any Middleware] = []) throws -> Money? {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel(model, step)) { layers }.running(on: simulation)
        return PriceBook.builtIn.cost(of: try simulation.run { try await pipeline.respond(to: "hi") })
    }

    @Test func `an answer costs what its tokens cost`() throws {
        let usage = Usage(inputTokens: 1_000, outputTokens: 200, cacheReadTokens: 400)
        #expect(try cost(of: .reply(Completion("a", usage: usage)), by: "gpt-4o") == Money("0.004"))
        #expect(try cost(of: .reply(Completion("a", usage: usage)), by: "of-unknown-price") == nil)
    }

    @Test func `a cached or written answer costs nothing, whatever it used when it was made`() throws {
        let usage = Usage(inputTokens: 1_000, outputTokens: 200)
        for level in FallbackLevel.allCases where level != .primary && level != .fallbackModel {
            let layer = Layer { _, _, _ in
                Reply(level: level, model: "gpt-4o", Completion("stored", usage: usage))
            }
            #expect(try cost(of: .reply("a"), by: "gpt-4o", inside: [layer]) == .zero)
        }
        let fallback = Layer { _, _, _ in
            Reply(level: .fallbackModel, model: "gpt-4o", Completion("a", usage: usage))
        }
        #expect(try cost(of: .reply("a"), by: "gpt-4o", inside: [fallback]) == Money("0.0045"))
        let hit = Layer { _, _, _ in
            var reply = Reply(model: "gpt-4o", Completion("stored", usage: usage))
            reply.cached = CacheHit(age: .zero, keyDigest: "", saved: TokenSpend(), timeSaved: .zero)
            return reply
        }
        #expect(try cost(of: .reply("a"), by: "gpt-4o", inside: [hit]) == .zero)
    }
}
