import LadderCore
import LadderSemanticCache
import LadderTesting
import TestSupport
import Testing

struct StoreFailureTests {
    @Test(arguments: [
        TestStore.Behaviour.fails(.unavailable), .fails(.corrupt), .throwsUnknown, .hangs, .takes(.seconds(1)),
    ])
    func `a store that fails or is slow fails no call, and then no embedder is asked`(
        behaviour: TestStore.Behaviour
    ) throws {
        let store = TestStore(answersAtOnce: false, reading: behaviour, writing: behaviour)
        let scene = try Scene(store: store)
        let responses = try scene.run {
            var responses: [ChatResponse] = []
            for _ in 0..<10 { responses.append(try await scene.respond(Ask.refund)) }
            return responses
        }
        for response in responses {
            #expect(response.fallbackLevel == .primary && response.latency <= .milliseconds(50))
            #expect(response.notes[0].hasPrefix("noted: the store failed: "))
            #expect(response.notes.last == "skipped: not stored: the store failed (the look-up failed)")
        }
        #expect(scene.embedder.texts.isEmpty)
        #expect(scene.counts.storeFailures >= 10)
    }

    @Test func `a look-up ends at the deadline of the call`() throws {
        let scene = try Scene(store: TestStore(answersAtOnce: false, reading: .takes(.milliseconds(40))))
        try scene.run {
            let start = scene.simulation.now
            await #expect(throws: ChatError.self) {
                try await scene.respond(Ask.refund, CallOptions(timeLimit: .milliseconds(10)))
            }
            #expect(scene.simulation.now - start == .milliseconds(10))
        }
    }

    @Test func `a similar question whose entry cannot be fetched is a miss`() throws {
        let store = TestStore(answersAtOnce: false)
        let scene = try Scene(store: store)
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            try await scene.sleep(.seconds(1))
            store.set(reading: .takes(.milliseconds(30)))
            let response = try await scene.respond(Ask.same)
            #expect(response.fallbackLevel == .semanticCache && response.latency == .milliseconds(60))
        }
    }

    @Test func `an entry that cannot be decoded is a counted miss, and is written again`() throws {
        let scene = try Scene()
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            scene.store.corruptAll()
            #expect(try await scene.respond(Ask.same).fallbackLevel == .primary)
            scene.store.corruptAll()
            #expect(try await scene.respond(Ask.refund).fallbackLevel == .primary)
            #expect(try await scene.respond(Ask.refund).fallbackLevel == .semanticCache)
        }
        #expect(scene.counts.corruptEntries == 3)
    }

    @Test(arguments: [TestStore.Behaviour.fails(.tooLarge), .fails(.full), .fails(.readOnly)])
    func `an answer that cannot be written is counted with its reason`(behaviour: TestStore.Behaviour) throws {
        let scene = try Scene(store: TestStore(writing: behaviour))
        let notes = try scene.run { try await scene.respond(Ask.refund).notes }
        guard case .fails(let kind) = behaviour else { return }
        #expect(scene.counts.refused == [kind == .tooLarge ? .tooLarge : .store: 1])
        #expect(scene.counts.storeFailures == 1)
        #expect(notes.last?.hasSuffix("(\(kind.rawValue))") == true)
        #expect(scene.cache.statistics.questions == 0)
    }

    @Test func `at most three similar questions are fetched`() throws {
        let scene = try Scene()
        try scene.run {
            for text in ["a b c", "a c b", "b a c", "b c a", "c a b"] {
                _ = try await scene.respond(text, CallOptions(cache: .refresh))
            }
            scene.store.corruptAll()
            let reads = scene.store.reads
            _ = try await scene.respond("c b a")
            #expect(scene.store.reads == reads + 4)
        }
    }

    @Test func `a slow write delays no caller`() throws {
        let store = TestStore(answersAtOnce: false, writing: .takes(.milliseconds(40)))
        let scene = try Scene(store: store)
        try scene.run {
            #expect(try await scene.respond(Ask.refund).latency == .zero)
            #expect(store.count == 0)
            try await scene.sleep(.seconds(1))
            #expect(try await scene.respond(Ask.same).fallbackLevel == .semanticCache)
        }
    }

    @Test func `an entry of another question under the key of this one is not served`() throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("refund"), .reply("open"), .reply("refund")))
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            let refund = scene.store.entries
            _ = try await scene.respond(Ask.other)
            let other = scene.store.entries.filter { !refund.contains($0) }
            let context = StoreContext(runtime: scene.simulation.runtime)
            try await scene.store.set(scene.store.writtenKeys[0], to: other[0], asOf: nil, in: context)
            let response = try await scene.respond(Ask.refund)
            #expect(response.content == "refund" && response.fallbackLevel == .primary)
        }
        // The very question, and the same one as a candidate.
        #expect(scene.counts.corruptEntries == 2)
    }
}
