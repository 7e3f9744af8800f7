import LadderCore
import LadderSemanticCache
import LadderTesting
import TestSupport
import Testing

struct HitTests {
    @Test(arguments: [Delivery.whole, .streamed], [Delivery.whole, .streamed])
    func `a question of the same meaning gets the stored answer`(first: Delivery, second: Delivery) throws {
        let answer = Completion(
            content: [.text("a b c"), .image(.url("https://example.com/a.png"))],
            usage: Usage(inputTokens: 12, outputTokens: 34), metadata: ReplyMetadata(requestID: "r1"))
        let scene = try Scene(model: ScriptedModel("m", .reply(answer, after: .seconds(2))))
        let (one, two) = try scene.run {
            func ask(_ text: String, _ delivery: Delivery) async throws -> ChatResponse {
                delivery == .whole ? try await scene.respond(text) : try await scene.stream(text).collect()
            }
            let one = try await ask(Ask.refund, first)
            try await scene.sleep(.seconds(5))
            return (one, try await ask(Ask.same, second))
        }
        #expect(one.fallbackLevel == .primary && one.cached == nil)
        #expect(two.fallbackLevel == .semanticCache)
        #expect(two.completion == one.completion && two.model == one.model)
        #expect(two.attempts.isEmpty && two.cost == .zero)
        let cached = try #require(two.cached)
        #expect((cached.similarity ?? 0) > 0.999_99 && cached.age == .seconds(5))
        #expect(cached.saved.tokens == 46 && cached.timeSaved == .seconds(2))
        #expect(scene.modelCalls == 1)
        #expect((scene.counts.hits, scene.counts.misses, scene.counts.stored) == (1, 1, 1))
    }

    @Test func `the trace of a hit names the entry and the similarity`() throws {
        let scene = try Scene(SemanticCachePolicy(threshold: 0.75))
        let response = try scene.run {
            _ = try await scene.respond(Ask.refund)
            return try await scene.respond(Ask.looser)
        }
        let cached = try #require(response.cached)
        let event = try #require(response.trace.events(of: "SemanticCache").last)
        #expect(event.verdict == .hit && event.reason == "entry \(cached.keyDigest.prefix(8))")
        guard case .similarity(let similarity) = event.detail else { return #expect(Bool(false)) }
        #expect(abs(similarity - 0.8) < 0.000_01 && cached.similarity == similarity)
    }

    @Test func `cached hit charged: a hit spends nothing`() throws {
        let model = ScriptedModel(
            "gpt-4o", .reply(Completion("hi", usage: Usage(inputTokens: 1_000, outputTokens: 200))))
        let scene = try Scene(model: model)
        let (spent, second) = try scene.run {
            _ = try await scene.respond(Ask.refund)
            return (scene.account.balance.spentTokens, try await scene.respond(Ask.same))
        }
        #expect(second.cost == .zero && second.cached?.saved.money == Money("0.0045"))
        #expect(scene.account.balance.spentTokens == spent && spent == 1_200)
        #expect(scene.counts.saved == TokenSpend(tokens: 1_200, money: Money("0.0045")))
    }

    @Test func `a question is embedded once, for the look-up and for its entry`() throws {
        let scene = try Scene()
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            _ = try await scene.respond(Ask.same)
        }
        #expect(scene.embedder.texts == [Ask.refund, Ask.same])
        #expect(scene.counts.embedded == 2)
    }

    @Test func `the same question is found without its vector, whatever white space is around it`() throws {
        let scene = try Scene()
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            scene.embedder.set(.fails)
            let response = try await scene.respond("  \(Ask.refund)\n")
            #expect(response.fallbackLevel == .semanticCache && response.cached?.similarity == 1)
        }
        #expect(scene.embedder.texts.count == 1)
    }

    @Test func `a question about something else asks the model`() throws {
        let scene = try Scene()
        let response = try scene.run {
            _ = try await scene.respond(Ask.refund)
            return try await scene.respond(Ask.other)
        }
        #expect(response.fallbackLevel == .primary)
        #expect(response.notes == ["missed: nothing similar", "stored: for 86400 s"])
    }

    @Test func `an answer is not served beyond the maximum age that the call allows`() throws {
        let scene = try Scene()
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            try await scene.sleep(.seconds(60))
            let young = CallOptions(cache: CacheDirective(maximumAge: .seconds(59)))
            #expect(try await scene.respond(Ask.same, young).fallbackLevel == .primary)
            let old = CallOptions(cache: CacheDirective(maximumAge: .seconds(60)))
            #expect(try await scene.respond(Ask.refund, old).fallbackLevel == .semanticCache)
        }
    }

    @Test func `an answer expires after its lifetime, and its question leaves the index`() throws {
        var policy = Scene.policy
        policy.featureLifetimes = ["weather": .realTime]
        let scene = try Scene(policy)
        let weather = CallOptions(scope: CallScope(feature: "weather"))
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            try await scene.sleep(.seconds(86_399))
            #expect(try await scene.respond(Ask.same).fallbackLevel == .semanticCache)
            try await scene.sleep(.seconds(1))
            #expect(try await scene.respond(Ask.same).fallbackLevel == .primary)
            _ = try await scene.respond(Ask.other, weather)
            try await scene.sleep(.seconds(60))
            #expect(try await scene.respond("do you open when", weather).fallbackLevel == .primary)
        }
        #expect(scene.cache.statistics.questions == 2)
    }

    @Test func `refresh asks the model and stores its answer, bypass does neither, doNotStore only reads`() throws {
        let scene = try Scene(
            model: ScriptedModel("m", .reply("old"), .reply("new"), .reply("newer"), .reply("newest")))
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            #expect(try await scene.respond(Ask.refund, CallOptions(cache: .refresh)).content == "new")
            #expect(try await scene.respond(Ask.same).content == "new")
            let bypassed = try await scene.respond(Ask.same, CallOptions(cache: .bypass))
            #expect(bypassed.notes == ["skipped: not stored: the call does not allow it"])
            #expect(try await scene.respond(Ask.same, CallOptions(cache: .doNotStore)).content == "new")
            _ = try await scene.respond(Ask.other, CallOptions(cache: .doNotStore))
        }
        #expect(scene.store.count == 1)
    }

    @Test func `the nearest question is served`() throws {
        let scene = try Scene(
            SemanticCachePolicy(threshold: 0.6), model: ScriptedModel("m", .reply("tv"), .reply("radio")))
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            _ = try await scene.respond(Ask.looser, CallOptions(cache: .refresh))
            #expect(try await scene.respond("obtain the refund for radio").content == "radio")
            #expect(try await scene.respond("obtain the refund for set").content == "tv")
        }
    }

    @Test func `the trace has no text of a question or an answer`() throws {
        let scene = try Scene(
            SemanticCachePolicy(threshold: 0.5), guards: [Never()], model: ScriptedModel("m", .reply("SECRET-ANSWER")))
        try scene.run {
            for text in ["SECRET question one", "SECRET question two", "SECRET question today"] {
                let trace = try await scene.respond(text).trace.description
                #expect(!trace.contains("SECRET"))
            }
        }
    }
}
