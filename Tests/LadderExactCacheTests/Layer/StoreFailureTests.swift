import LadderCore
import LadderExactCache
import LadderTesting
import TestSupport
import Testing

struct StoreFailureTests {
    @Test(arguments: [
        TestStore.Behaviour.fails(.unavailable), .fails(.corrupt), .throwsUnknown, .hangs, .takes(.seconds(1)),
    ])
    func `a store that fails or is slow fails no call and keeps the single flight`(
        behaviour: TestStore.Behaviour
    ) throws {
        let store = TestStore(answersAtOnce: false, reading: behaviour, writing: behaviour)
        let scene = try Scene(store: store, model: ScriptedModel("m", .reply("hi", after: .seconds(1))))
        let responses = try scene.run {
            let tasks = (0..<20).map { _ in scene.start { try await scene.respond() } }
            var responses: [ChatResponse] = []
            for task in tasks { responses.append(try await task.value) }
            return responses
        }
        #expect(scene.modelCalls == 1)
        for response in responses {
            #expect(response.content == "hi" && response.fallbackLevel == .primary)
            #expect(response.latency <= .milliseconds(1_050))
            #expect(response.notes[0].hasPrefix("noted: the store failed: "))
        }
        let counts = scene.cache.statistics.total
        #expect(counts.storeFailures == 20)
        #expect(counts.refused == [.store: 1] && counts.stored == 0)
        #expect(counts.shared == 19 && counts.misses == 1)
    }

    @Test(arguments: [TestStore.Behaviour.fails(.tooLarge), .fails(.full), .fails(.readOnly)])
    func `an answer that cannot be written is counted with its reason`(behaviour: TestStore.Behaviour) throws {
        let scene = try Scene(store: TestStore(writing: behaviour))
        let notes = try scene.run { try await scene.respond().notes }
        guard case .fails(let kind) = behaviour else { return }
        let expected: CacheRefusal = kind == .tooLarge ? .tooLarge : .store
        #expect(scene.cache.statistics.total.refused == [expected: 1])
        #expect(notes.last?.hasSuffix("(\(kind.rawValue))") == true)
    }

    @Test func `an entry that cannot be decoded is a counted miss, and is written again`() throws {
        let scene = try Scene()
        try scene.run {
            _ = try await scene.respond()
            scene.store.corruptAll()
            let response = try await scene.respond()
            #expect(response.fallbackLevel == .primary)
            #expect(response.notes[0] == "missed: the entry cannot be decoded")
            #expect(try await scene.respond().fallbackLevel == .exactCache)
        }
        #expect(scene.cache.statistics.total.corruptEntries == 1)
        #expect(scene.cache.statistics.total.misses == 2)
    }

    @Test func `a slow write delays no caller, and a call in between finds the answer`() throws {
        let store = TestStore(answersAtOnce: false, writing: .takes(.milliseconds(40)))
        let scene = try Scene(store: store)
        try scene.run {
            let first = try await scene.respond()
            #expect(first.latency == .zero)
            #expect(store.count == 0)
            let second = try await scene.respond()
            #expect(second.fallbackLevel == .primary && second.has(.shared))
            try await scene.sleep(.seconds(1))
            #expect(try await scene.respond().fallbackLevel == .exactCache)
        }
        #expect(scene.modelCalls == 1)
    }

    @Test(arguments: seeds)
    func `a call whose look-up began before the answer was stored looks again`(seed: UInt64) throws {
        let store = TestStore(answersAtOnce: false, reading: .takes(.milliseconds(30)))
        let scene = try Scene(
            seed: seed, store: store, model: ScriptedModel("m", .reply("hi", after: .milliseconds(20))))
        try scene.run {
            // The second call looks up before the first flight ends, and comes back after it has ended.
            let tasks = (0..<8).map { index in
                scene.start {
                    try await scene.sleep(.milliseconds(7 * index))
                    return try await scene.respond()
                }
            }
            for task in tasks {
                let content = try await task.value.content
                #expect(content == "hi")
            }
        }
        #expect(scene.modelCalls == 1)
    }

    @Test func `a store that hangs is not asked for a while, and then by one call`() throws {
        let store = TestStore(answersAtOnce: false)
        let scene = try Scene(store: store)
        try scene.run {
            _ = try await scene.respond()
            store.set(reading: .hangs)
            for _ in 1...3 { #expect(try await scene.respond().latency == .milliseconds(50)) }
            let skipped = try await scene.respond()
            #expect(skipped.latency == .zero)
            #expect(skipped.notes.first == "noted: the store failed: unavailable")
            #expect(store.reads == 4)
            store.set(reading: .works)
            try await scene.sleep(.seconds(30))
            #expect(try await scene.respond().fallbackLevel == .exactCache)
            #expect(try await scene.respond().fallbackLevel == .exactCache)
        }
    }

    @Test func `a store whose writes hang is still read`() throws {
        let store = TestStore(answersAtOnce: false)
        let scene = try Scene(store: store)
        try scene.run {
            _ = try await scene.respond()
            store.set(writing: .hangs)
            for number in 1...5 {
                _ = try await scene.respond("question \(number)")
                try await scene.sleep(.milliseconds(100))
            }
            #expect(store.writes == 4)
            #expect(store.reads == 6)
            #expect(try await scene.respond().fallbackLevel == .exactCache)
        }
    }

    @Test func `of a store of tiers whose last one hangs, the first one is still used`() throws {
        let simulation = Simulation(seed: 1)
        let remote = TestStore(answersAtOnce: false, reading: .hangs, writing: .hangs)
        let cache = ExactCache(store: TieredStore([MemoryStore(), remote]))
        let pipeline = try Pipeline(model: ScriptedModel("m")) { cache }.running(on: simulation)
        try simulation.run {
            for number in 1...8 {
                for level in [FallbackLevel.primary, .exactCache] {
                    let response = try await pipeline.respond(to: ChatRequest("question \(number)"))
                    #expect(response.fallbackLevel == level)
                    #expect(response.latency <= .milliseconds(50))
                    try await simulation.sleep(for: .seconds(2))
                }
            }
        }
        #expect(cache.statistics.total.storeFailures == 0)
    }

    @Test func `a caller that is cancelled during a look-up leaves at once`() throws {
        let scene = try Scene(store: TestStore(answersAtOnce: false, reading: .hangs))
        try scene.run {
            let task = scene.start { try await scene.respond() }
            try await scene.sleep(.milliseconds(10))
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(scene.simulation.now == .origin + .milliseconds(10))
        }
        #expect(scene.modelCalls == 0)
    }

    @Test(arguments: [Duration(attoseconds: .min), Duration(attoseconds: .max)])
    func `times of an entry that no clock can measure do no harm`(absurd: Duration) throws {
        let store = TestStore()
        let scene = try Scene(ExactCachePolicy(staleWhileRevalidate: .seconds(60)), store: store)
        try scene.run {
            let key = CacheKey(of: ChatRequest("hello", model: "m"), scope: CallScope(), namespace: "exact")
            let answer = CachedAnswer(Completion("old"), level: .primary, model: "m", cost: nil, latency: absurd)
            for freshFor in [absurd, .seconds(60)] {
                let entry = StoredEntry(bytes: answer.encoded(), freshFor: freshFor)
                try await store.set(key, to: entry, asOf: nil, in: StoreContext(runtime: scene.simulation.runtime))
                _ = try await scene.respond()
            }
            #expect(try await scene.respond().content == "old")
        }
    }
}
