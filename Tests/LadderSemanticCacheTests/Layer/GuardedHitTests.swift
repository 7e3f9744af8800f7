import LadderCore
import LadderSemanticCache
import LadderTesting
import TestSupport
import Testing

struct GuardedHitTests {
    @Test func `a guard forbids a near hit, says why, and is counted`() throws {
        let scene = try Scene(guards: [Never()])
        let response = try scene.run {
            _ = try await scene.respond(Ask.refund)
            return try await scene.respond(Ask.same)
        }
        #expect(response.fallbackLevel == .primary)
        #expect(
            response.notes.prefix(2) == ["skipped: never: nothing is the same", "missed: a guard sees a difference"])
        #expect(scene.counts.vetoes == ["never": 1])
        #expect(scene.store.reads == 2)
    }

    @Test func `a guard sees both questions and their similarity, and the next candidate is served after a veto`()
        throws
    {
        struct OneBad: SemanticGuard {
            let name = "bad"
            let seen: SharedList<Double>
            func veto(_ pair: QuestionPair) -> GuardVeto? {
                seen.append(pair.similarity)
                return pair.stored.text == Ask.refund ? GuardVeto(by: name, reason: "bad") : nil
            }
        }
        let seen = SharedList<Double>()
        let scene = try Scene(
            SemanticCachePolicy(threshold: 0.7), guards: [OneBad(seen: seen)],
            model: ScriptedModel("m", .reply("tv"), .reply("radio")))
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            _ = try await scene.respond(Ask.looser)
            #expect(try await scene.respond(Ask.same).content == "radio")
        }
        #expect(seen.values.map { ($0 * 100).rounded() } == [80, 100, 80])
    }

    @Test func `no looser answer passes a guard when the call fails`() throws {
        let scene = try Scene(guards: [Never()], model: ScriptedModel("m", .reply("old"), .fail(.server)))
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            await #expect(throws: ChatError.self) { try await scene.respond(Ask.looser) }
            await #expect(throws: ChatError.self) { try await scene.respond(Ask.same) }
        }
    }
}
