import LadderCore
import LadderSemanticCache
import LadderTesting
import TestSupport
import Testing

struct InvalidationTests {
    private static let acme = CallOptions(scope: CallScope(tenant: "acme", tags: ["shop": "berlin"]))

    @Test(arguments: [
        CacheGroup.all, .tenant("acme"), .model("m"), .tag(name: "shop", value: "berlin"),
    ])
    func `the answers of an invalidated group are not served, looser neither`(group: CacheGroup) throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("old"), .fail(.server)))
        try scene.run {
            _ = try await scene.respond(Ask.refund, Self.acme)
            try await scene.cache.invalidate(group)
            for text in [Ask.refund, Ask.same, Ask.looser] {
                await #expect(throws: ChatError.self) { try await scene.respond(text, Self.acme) }
            }
        }
        #expect(scene.cache.statistics.questions == 0)
    }

    @Test(arguments: [CacheGroup.tenant("other"), .model("m2"), .tag(name: "shop", value: "paris")])
    func `the answers of other groups stay`(group: CacheGroup) throws {
        let scene = try Scene()
        try scene.run {
            _ = try await scene.respond(Ask.refund, Self.acme)
            try await scene.cache.invalidate(group)
            #expect(try await scene.respond(Ask.same, Self.acme).fallbackLevel == .semanticCache)
        }
    }

    @Test(arguments: seeds)
    func `an answer that was begun before an invalidation is not served after it`(seed: UInt64) throws {
        let model = ScriptedModel("m", .reply("before", after: .seconds(5)), .reply("after", after: .seconds(1)))
        let scene = try Scene(seed: seed, model: model)
        try scene.run {
            let first = scene.start { try await scene.respond(Ask.refund, Self.acme) }
            try await scene.sleep(.seconds(1))
            try await scene.cache.invalidate(.tenant("acme"))
            #expect(try await first.value.content == "before")
            #expect(try await scene.respond(Ask.same, Self.acme).content == "after")
            #expect(try await scene.respond(Ask.refund, Self.acme).content == "after")
        }
        #expect(scene.modelCalls == 2)
    }

    @Test func `an answer whose look-up failed is not stored, because it may have been invalidated since`() throws {
        let store = TestStore(reading: .fails(.unavailable))
        let scene = try Scene(store: store, model: ScriptedModel("m", .reply("hi", after: .seconds(1))))
        try scene.run {
            let first = scene.start { try await scene.respond(Ask.refund) }
            try await scene.sleep(.milliseconds(1))
            store.set(reading: .works)
            try await scene.cache.invalidate(.all)
            _ = try await first.value
        }
        #expect(store.count == 0)
    }

    @Test func `one answer can be removed`() throws {
        let scene = try Scene()
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            _ = try await scene.respond(Ask.other)
            try await scene.cache.removeAnswer(to: ChatRequest(Ask.refund, model: "m"), scope: CallScope())
            #expect(scene.cache.statistics.questions == 1)
            #expect(try await scene.respond(Ask.same).fallbackLevel == .primary)
            #expect(try await scene.respond(Ask.other).fallbackLevel == .semanticCache)
        }
    }
}
