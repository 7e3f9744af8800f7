import LadderCore
import LadderExactCache
import LadderSealing
import LadderTesting
import TestSupport
import Testing

@Suite struct SealedStoreTests {
    private let context = StoreContext(runtime: .live)

    @Test func `it keeps the contract of a store over one in memory`() throws {
        let skipped = try checkStore(seeds: 1..<3, maximumEntries: 100) {
            try Examples.store(over: MemoryStore(MemoryStorePolicy(maximumEntries: 100)))
        }
        #expect(skipped == [])
    }

    @Test func `it keeps the contract of a store while secrets are changed`() throws {
        let skipped = try checkStore(seeds: 1..<2) {
            SealedStore(
                MemoryStore(), sealing: try AESGCMSealing(current: Examples.sealingKey("one")),
                digestKey: try Examples.digestKey(), previousDigestKey: try Examples.digestKey(2))
        }
        #expect(skipped == [.isBounded])
    }

    @Test func `the inner store sees keyed names and sealed bytes`() async throws {
        let inner = TestStore()
        let store = try Examples.store(over: inner)
        let groups: [CacheGroup] = [
            .tenant("acme"), .model("m"), .tag(name: "team", value: "blue"), .tag(name: "floor", value: "blue"), .all,
        ]
        try await store.set(Examples.key(), to: Examples.entry(groups: groups), asOf: nil, in: context)
        let key = try #require(inner.writtenKeys.first)
        #expect(key.digest != Examples.key().digest && key.tenant.count == 64 && key.namespace == "answers")
        let entry = try #require(inner.entries.first)
        #expect(!entry.bytes.contains(Array("Paris".utf8)))
        guard case .tag(let first, let firstValue) = entry.groups[2], case .tag(_, let second) = entry.groups[3] else {
            Issue.record("the groups are \(entry.groups)")
            return
        }
        #expect(first.count == 64 && firstValue != second)
        #expect(Set(entry.groups).count == 5 && Set(entry.groups).intersection(groups) == [.all])
        #expect(try await store.get(Examples.key(), in: context).entry?.groups == groups)
    }

    @Test func `another secret gives other names, also for the same request`() async throws {
        let (first, second) = (TestStore(), TestStore())
        for (inner, byte) in [(first, UInt8(1)), (second, UInt8(2))] {
            let store = SealedStore(
                inner, sealing: try AESGCMSealing(current: Examples.sealingKey("one")),
                digestKey: try Examples.digestKey(byte))
            try await store.set(Examples.key(), to: Examples.entry(), asOf: nil, in: context)
        }
        #expect(first.writtenKeys[0].digest != second.writtenKeys[0].digest)
        #expect(first.writtenKeys[0].tenant != second.writtenKeys[0].tenant)
        #expect(first.entries[0].groups != second.entries[0].groups)
    }

    @Test func `a value that cannot be opened is a miss, is counted, and stays`() async throws {
        let inner = MemoryStore()
        let store = try Examples.store(over: inner)
        try await store.set(Examples.key(), to: Examples.entry(), asOf: nil, in: context)
        let stranger = try Examples.store(over: inner, key: "two")
        #expect(try await stranger.get(Examples.key(), in: context).entry == nil)
        #expect(try await stranger.entries(in: "answers", after: nil, limit: 10, in: context).items.isEmpty)
        #expect(stranger.unreadableEntries == 2 && store.unreadableEntries == 0)
        #expect(try await store.get(Examples.key(), in: context).entry?.bytes == Array("Paris".utf8))
    }

    @Test func `damaged bytes of the inner store are a miss`() async throws {
        let inner = TestStore()
        let store = try Examples.store(over: inner)
        try await store.set(Examples.key(), to: Examples.entry(), asOf: nil, in: context)
        inner.corruptAll()
        #expect(try await store.get(Examples.key(), in: context).entry == nil)
        #expect(store.unreadableEntries == 1)
    }

    @Test func `a value that was moved to another key or namespace is a miss`() async throws {
        let inner = TestStore()
        let store = try Examples.store(over: inner)
        try await store.set(Examples.key("a"), to: Examples.entry("A"), asOf: nil, in: context)
        try await store.set(Examples.key("b"), to: Examples.entry("B"), asOf: nil, in: context)
        let (first, second) = (inner.writtenKeys[0], inner.writtenKeys[1])
        var moved = try #require(try await inner.get(first, in: context).entry)
        try await inner.set(second, to: moved, asOf: nil, in: context)
        moved.namespace = "others"
        try await inner.set(first, to: moved, asOf: nil, in: context)
        #expect(
            try await store.get([Examples.key("a"), Examples.key("b")], in: context).allSatisfy { $0.entry == nil })
        #expect(store.unreadableEntries == 2)
    }

    @Test func `a value that cannot be sealed is stored nowhere`() async throws {
        let inner = TestStore()
        let store = SealedStore(inner, sealing: BrokenSealing(), digestKey: try Examples.digestKey())
        let error = await #expect(throws: StoreError.self) {
            try await store.set(Examples.key(), to: Examples.entry(), asOf: nil, in: context)
        }
        #expect(error?.kind == .unavailable && error?.message == "the value could not be sealed")
        #expect(inner.writes == 0)
    }

    @Test func `a sealing that ignores the context cannot give an entry to another key`() async throws {
        let inner = TestStore()
        let store = SealedStore(inner, sealing: PlainSealing(), digestKey: try Examples.digestKey())
        try await store.set(Examples.key("a"), to: Examples.entry("A"), asOf: nil, in: context)
        try await store.set(Examples.key("b"), to: Examples.entry("B"), asOf: nil, in: context)
        let entry = try #require(try await inner.get(inner.writtenKeys[0], in: context).entry)
        try await inner.set(inner.writtenKeys[1], to: entry, asOf: nil, in: context)
        #expect(try await store.get(Examples.key("b"), in: context).entry == nil)
    }

    @Test func `a cache asks its model when the key service fails`() async throws {
        let model = ScriptedModel("m", .reply("ok"))
        let store = SealedStore(MemoryStore(), sealing: BrokenSealing(), digestKey: try Examples.digestKey())
        let pipeline = try Pipeline(model: model) { ExactCache(store: store) }
        #expect(try await pipeline.respond(to: "hello").content == "ok")
        #expect(try await pipeline.respond(to: "hello").fallbackLevel == .primary)
    }

    @Test func `a cache serves an answer from it`() async throws {
        let store = try Examples.store(over: MemoryStore())
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("ok"))) { ExactCache(store: store) }
        #expect(try await pipeline.respond(to: "hello").fallbackLevel == .primary)
        #expect(try await pipeline.respond(to: "hello").fallbackLevel == .exactCache)
        #expect(store.statistics?.entries == 1 && !store.answersAtOnce && !store.sharesComputations)
    }

    @Test func `the problems of the inner store are its own`() throws {
        let store = try Examples.store(over: MemoryStore(MemoryStorePolicy(maximumEntries: 0)))
        #expect(store.configurationProblems.count == 1)
    }
}

/// A key service that always fails.
struct BrokenSealing: Sealing {
    struct Failure: Error {}

    func seal(_ bytes: [UInt8], authenticating context: [UInt8]) async throws -> [UInt8] { throw Failure() }
    func open(_ sealed: [UInt8], authenticating context: [UInt8]) async throws -> [UInt8] { throw Failure() }
}

/// A sealing that does nothing.
struct PlainSealing: Sealing {
    func seal(_ bytes: [UInt8], authenticating context: [UInt8]) async throws -> [UInt8] { bytes }
    func open(_ sealed: [UInt8], authenticating context: [UInt8]) async throws -> [UInt8] { sealed }
}

extension [UInt8] {
    /// Whether the bytes have these somewhere.
    func contains(_ part: [UInt8]) -> Bool {
        guard let first = part.first, count >= part.count else { return part.isEmpty }
        return (0...(count - part.count)).contains { start in
            self[start] == first && self[start..<start + part.count].elementsEqual(part)
        }
    }
}
