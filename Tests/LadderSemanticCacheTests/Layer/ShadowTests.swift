import LadderCore
import LadderSemanticCache
import LadderTesting
import TestSupport
import Testing

struct ShadowTests {
    private static var shadow: SemanticCachePolicy {
        var policy = Scene.policy
        policy.mode = .shadow
        return policy
    }

    @Test(arguments: [Delivery.whole, .streamed])
    func `shadow mode serves nothing and records what it would have served and whether the model agreed`(
        delivery: Delivery
    ) throws {
        let model = ScriptedModel(
            "m", .reply("Refunds take five working days."), .reply("A refund takes five days of work."),
            .reply("We open at nine."))
        let scene = try Scene(Self.shadow, model: model)
        let responses = try scene.run {
            var responses: [ChatResponse] = []
            for text in [Ask.refund, Ask.same, "receive my refund for set"] {
                responses.append(
                    delivery == .whole ? try await scene.respond(text) : try await scene.stream(text).collect())
                try await scene.sleep(.seconds(1))
            }
            return responses
        }
        #expect(responses.allSatisfy { $0.fallbackLevel == .primary })
        #expect(responses[1].notes[0].hasPrefix("noted: would have served entry "))
        #expect(responses[1].notes[1] == "missed: shadow mode")
        let counts = scene.counts
        #expect((counts.hits, counts.misses, counts.shadowed, counts.agreed, counts.disagreed) == (0, 3, 2, 1, 1))
        #expect(counts.agreement == 0.5)
        #expect(scene.modelCalls == 3)
    }

    @Test func `the comparison of answers can be replaced`() throws {
        let compared = SharedList<String>()
        let scene = try Scene(
            Self.shadow,
            agreement: { stored, new in
                compared.append("\(stored.text)/\(new.text)")
                return true
            }, model: ScriptedModel("m", .reply("a"), .reply("b")))
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            _ = try await scene.respond(Ask.same)
        }
        #expect(compared.values == ["a/b"] && scene.counts.agreed == 1)
    }

    @Test func `an answer that did not come from a model is compared with nothing`() throws {
        let scene = try Scene(
            Self.shadow, model: ScriptedModel("m", .reply("a"), .fail(.server)),
            inside: [
                Layer { request, context, next in
                    do { return try await next(request, context) } catch {
                        return Reply(level: .staticFAQ, model: "faq", Completion("written"))
                    }
                }
            ])
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            _ = try await scene.respond(Ask.same)
        }
        #expect(scene.counts.shadowed == 1 && scene.counts.agreed + scene.counts.disagreed == 0)
    }

    @Test func `an answer reported as wrong is removed at once and not served when it is stored again`() throws {
        let scene = try Scene()
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            let served = try await scene.respond(Ask.same)
            #expect(served.fallbackLevel == .semanticCache)
            await scene.pipeline.report(wrongAnswer: served.id)
            #expect(scene.store.count == 0 && scene.cache.statistics.questions == 0)
            _ = try await scene.respond(Ask.refund)
            #expect(scene.store.count == 1)
            let again = try await scene.respond(Ask.same)
            #expect(again.fallbackLevel == .primary)
            #expect(again.notes.contains { $0.hasPrefix("noted: withheld entry ") })
        }
        #expect(scene.counts.reportedWrong == 1 && scene.counts.withheld == 1)
    }

    @Test func `a report that names the entry reaches it without the call`() throws {
        let scene = try Scene()
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            let digest = try await scene.respond(Ask.same).cached?.keyDigest
            await scene.pipeline.report(wrongAnswer: "long ago", entry: String(repeating: "0", count: 64))
            await scene.pipeline.report(wrongAnswer: "long ago", entry: "no digest")
            await scene.pipeline.report(wrongAnswer: "unknown")
            #expect(scene.store.count == 1)
            await scene.pipeline.report(wrongAnswer: "long ago", entry: digest)
            #expect(scene.store.count == 0)
        }
    }

    @Test func `a right answer stays and is counted`() throws {
        let scene = try Scene()
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            let served = try await scene.respond(Ask.same)
            await scene.pipeline.report(rightAnswer: served.id)
            #expect(try await scene.respond(Ask.same).fallbackLevel == .semanticCache)
        }
        #expect(scene.counts.reportedRight == 1)
    }

    @Test func `a withheld entry returns after the model has agreed with it often enough`() throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("the same answer")))
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            let served = try await scene.respond(Ask.same)
            await scene.pipeline.report(wrongAnswer: served.id)
            var count = 0
            while try await scene.respond(Ask.refund).fallbackLevel != .semanticCache { count += 1 }
            #expect(count >= 20 && count < 40)
        }
    }

    @Test func `with a target error rate, a band of similarity that is wrong too often stops by itself`() throws {
        var policy = Scene.policy
        policy.targetErrorRate = 0.05
        policy.threshold = 0.7
        let scene = try Scene(policy)
        let levels = try scene.run {
            var levels: [FallbackLevel] = []
            for number in 0..<30 {
                _ = try await scene.respond("a\(number) b\(number) c\(number) d\(number)", CallOptions(cache: .refresh))
                let response = try await scene.respond("a\(number) b\(number) c\(number) x\(number)")
                levels.append(response.fallbackLevel)
                if response.fallbackLevel == .semanticCache { await scene.pipeline.report(wrongAnswer: response.id) }
            }
            return levels
        }
        #expect(levels[0] == .semanticCache && levels[29] == .primary)
    }
}
