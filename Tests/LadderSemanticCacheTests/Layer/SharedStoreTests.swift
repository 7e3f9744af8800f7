import LadderCore
import LadderSemanticCache
import LadderTesting
import TestSupport
import Testing

/// Several pipelines on one store, as on several machines.
struct SharedStoreTests {
    @Test(arguments: seeds)
    func `two pipelines on one store feed each other's index`(seed: UInt64) throws {
        let store = TestStore(answersAtOnce: seed % 2 == 0)
        let one = try Scene(seed: seed, store: store, model: ScriptedModel("m", .reply("from one")))
        let two = try Scene(on: one.simulation, store: store, model: ScriptedModel("m", .reply("from two")))
        try one.run {
            _ = try await two.respond(Ask.other)
            _ = try await one.respond(Ask.refund)
            try await one.sleep(.seconds(6))
            // The first call after a while starts to read what has changed; the next one finds it.
            _ = try await two.respond("warm up please")
            try await one.sleep(.seconds(1))
            let response = try await two.respond(Ask.same)
            #expect(response.content == "from one" && response.fallbackLevel == .semanticCache)
            // The other index was filled at its first use.
            #expect(try await one.respond("do you open when").fallbackLevel == .semanticCache)
        }
    }

    @Test func `an index is rebuilt from the store, page by page, without an embedder`() throws {
        let store = TestStore()
        let first = try Scene(store: store)
        try first.run { for number in 0..<300 { _ = try await first.respond("question number q\(number)") } }
        let second = try Scene(on: first.simulation, store: store, script: [.fails])
        try second.run {
            _ = try await second.respond(Ask.other)
            try await second.sleep(.seconds(1))
            #expect(second.cache.statistics.questions == store.count && store.count > 130)
            #expect(second.embedder.texts == [Ask.other])
            second.embedder.set(.answers)
            #expect(try await second.respond("number question q77").fallbackLevel == .semanticCache)
        }
    }

    @Test func `an entry that was removed leaves the indexes of the others`() throws {
        let store = TestStore()
        let one = try Scene(store: store)
        let two = try Scene(on: one.simulation, store: store)
        try one.run {
            _ = try await one.respond(Ask.refund)
            _ = try await two.respond(Ask.other)
            try await one.sleep(.seconds(6))
            #expect(two.cache.statistics.questions == 2)
            try await one.cache.removeAnswer(to: ChatRequest(Ask.refund, model: "m"), scope: CallScope())
            _ = try await two.respond(Ask.other)
            try await one.sleep(.seconds(1))
            #expect(two.cache.statistics.questions == 1)
        }
    }

    @Test func `entries of another embedder, another namespace or another form are left out`() throws {
        let store = TestStore()
        var policy = Scene.policy
        let other = try Scene(policy, store: store, embedderID: "other")
        try other.run { _ = try await other.respond(Ask.refund) }
        policy.namespace = "elsewhere"
        let elsewhere = try Scene(on: other.simulation, policy, store: store)
        try elsewhere.run { _ = try await elsewhere.respond(Ask.refund) }
        let scene = try Scene(on: other.simulation, store: store)
        try scene.run {
            let key = CacheKey(of: ChatRequest("x"), scope: CallScope(), namespace: "semantic")
            let entry = StoredEntry(bytes: [1, 2, 3], namespace: "semantic")
            try await store.set(key, to: entry, asOf: nil, in: StoreContext(runtime: scene.simulation.runtime))
            _ = try await scene.respond(Ask.other, CallOptions(cache: .doNotStore))
            try await scene.sleep(.seconds(1))
            #expect(scene.cache.statistics.questions == 0)
            #expect(try await scene.respond(Ask.same).fallbackLevel == .primary)
        }
    }

    @Test func `a store without a listing is asked for it once, and what this process wrote is found`() throws {
        let store = TestStore(lists: false)
        let scene = try Scene(store: store)
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            try await scene.sleep(.seconds(60))
            #expect(try await scene.respond(Ask.same).fallbackLevel == .semanticCache)
        }
        #expect(scene.counts.storeFailures == 0)
    }

    @Test func `changes are read once in a while, and from the beginning where the store has forgotten them`() throws {
        let store = TestStore()
        let scene = try Scene(store: store)
        let writer = try Scene(on: scene.simulation, store: store)
        try scene.run {
            for _ in 0..<20 {
                _ = try await scene.respond(Ask.other)
                try await scene.sleep(.milliseconds(100))
            }
            #expect(store.listings == 2)
            _ = try await writer.respond(Ask.refund)
            store.forgetChanges()
            for _ in 0..<3 {
                try await scene.sleep(.seconds(6))
                _ = try await scene.respond(Ask.other)
            }
            try await scene.sleep(.seconds(1))
            #expect(try await scene.respond(Ask.same).fallbackLevel == .semanticCache)
        }
    }

    @Test(arguments: [TestStore.Behaviour.hangs, .fails(.unavailable)])
    func `a listing that fails is tried again later`(behaviour: TestStore.Behaviour) throws {
        let store = TestStore(answersAtOnce: false)
        let first = try Scene(store: store)
        try first.run { _ = try await first.respond(Ask.refund) }
        store.set(reading: behaviour)
        let second = try Scene(on: first.simulation, store: store)
        try second.run {
            _ = try await second.respond(Ask.other)
            try await second.sleep(.seconds(20))
            store.set(reading: .works)
            _ = try await second.respond(Ask.other)
            try await second.sleep(.seconds(1))
            #expect(try await second.respond(Ask.same).fallbackLevel == .semanticCache)
        }
    }
}
