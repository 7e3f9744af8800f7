import LadderCore
import LadderExactCache
import LadderTesting
import TestSupport
import Testing

struct InvalidationTests {
    private static let acme = CallOptions(scope: CallScope(tenant: "acme", tags: ["shop": "berlin"]))

    @Test(arguments: [
        CacheGroup.all, .tenant("acme"), .model("m"), .tag(name: "shop", value: "berlin"),
    ])
    func `the answers of an invalidated group are not served`(group: CacheGroup) throws {
        let scene = try Scene()
        try scene.run {
            _ = try await scene.respond("hello", Self.acme)
            try await scene.cache.invalidate(group)
            #expect(try await scene.respond("hello", Self.acme).fallbackLevel == .primary)
            #expect(try await scene.respond("hello", Self.acme).fallbackLevel == .exactCache)
        }
    }

    @Test(arguments: [
        CacheGroup.tenant("other"), .model("m2"), .tag(name: "shop", value: "paris"),
        .tag(name: "city", value: "berlin"),
    ])
    func `the answers of other groups stay`(group: CacheGroup) throws {
        let scene = try Scene()
        try scene.run {
            _ = try await scene.respond("hello", Self.acme)
            try await scene.cache.invalidate(group)
            #expect(try await scene.respond("hello", Self.acme).fallbackLevel == .exactCache)
        }
    }

    @Test(arguments: seeds)
    func `an answer that was begun before an invalidation is neither stored nor joined after it`(seed: UInt64) throws {
        let model = ScriptedModel("m", .reply("before", after: .seconds(5)), .reply("after", after: .seconds(1)))
        let scene = try Scene(seed: seed, model: model)
        try scene.run {
            let first = scene.start { try await scene.respond("hello", Self.acme) }
            try await scene.sleep(.seconds(1))
            try await scene.cache.invalidate(.tenant("acme"))
            #expect(try await scene.respond("hello", Self.acme).content == "after")
            #expect(try await first.value.content == "before")
            let response = try await scene.respond("hello", Self.acme)
            #expect(response.content == "after" && response.fallbackLevel == .exactCache)
        }
        #expect(scene.modelCalls == 2)
    }

    @Test(arguments: seeds)
    func `an answer whose look-up failed is neither stored nor joined after an invalidation`(seed: UInt64) throws {
        let model = ScriptedModel("m", .reply("before", after: .seconds(5)), .reply("after", after: .seconds(1)))
        let store = TestStore(reading: .fails(.timedOut))
        let scene = try Scene(seed: seed, store: store, model: model)
        try scene.run {
            let first = scene.start { try await scene.respond() }
            try await scene.sleep(.seconds(1))
            store.set(reading: .works)
            try await scene.cache.invalidate(.all)
            #expect(try await scene.respond().content == "after")
            #expect(try await first.value.content == "before")
            let response = try await scene.respond()
            #expect(response.content == "after" && response.fallbackLevel == .exactCache)
        }
        #expect(scene.modelCalls == 2)
    }

    @Test func `an answer whose look-up failed is not stored, because it may have been invalidated since`() throws {
        let store = TestStore(reading: .fails(.unavailable))
        let scene = try Scene(store: store, model: ScriptedModel("m", .reply("hi", after: .seconds(1))))
        let notes = try scene.run {
            let first = scene.start { try await scene.respond() }
            try await scene.sleep(.milliseconds(1))
            store.set(reading: .works)
            try await scene.cache.invalidate(.all)
            return try await first.value.notes
        }
        #expect(notes.last == "skipped: not stored: the store failed (the look-up failed)")
        #expect(store.count == 0)
        #expect(scene.cache.statistics.total.refused == [.store: 1])
    }

    @Test func `one answer can be removed`() throws {
        let scene = try Scene()
        try scene.run {
            _ = try await scene.respond("a")
            _ = try await scene.respond("b")
            try await scene.cache.removeAnswer(to: ChatRequest("a", model: "m"), scope: CallScope())
            #expect(try await scene.respond("a").fallbackLevel == .primary)
            #expect(try await scene.respond("b").fallbackLevel == .exactCache)
        }
    }

    @Test func `a new version of the prompts makes older answers unreachable`() throws {
        let store = TestStore()
        let old = try Scene(store: store)
        try old.run { _ = try await old.respond() }
        let new = try Scene(ExactCachePolicy(version: "2"), store: store)
        try new.run {
            let level = try await new.respond().fallbackLevel
            #expect(level == .primary)
        }
    }
}
