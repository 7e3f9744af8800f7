import LadderCore
import LadderExactCache
import LadderSealing
import LadderTesting
import TestSupport
import Testing

@Suite struct SealedStoreRemovalTests {
    private let removed = StorePage.Item(digest: Examples.key().digest, entry: nil)

    @Test func `a removal is reported for an hour, and then the place in the changes is too old`() throws {
        let simulation = Simulation(seed: 1)
        try simulation.run {
            let context = StoreContext(runtime: simulation.runtime)
            let store = try Examples.store(over: MemoryStore())
            try await store.set(Examples.key(), to: Examples.entry(), asOf: nil, in: context)
            let cursor = try await store.entries(in: "answers", after: nil, limit: 10, in: context).cursor
            try await store.remove(Examples.key(), in: context)
            try await simulation.sleep(for: .seconds(3_590))
            let page = try await store.changes(in: "answers", since: cursor, limit: 10, in: context)
            #expect(Set(page.items) == [removed])
            try await simulation.sleep(for: .seconds(20))
            await #expect(
                throws: StoreError(.cursorExpired, message: "removals are noted for an hour; list the entries again")
            ) {
                try await store.changes(in: "answers", since: cursor, limit: 10, in: context)
            }
            // A reader that read in time goes on.
            let later = try await store.changes(in: "answers", since: page.cursor, limit: 10, in: context)
            #expect(!later.hasMore)
            #expect(try await store.get(Examples.key(), in: context).entry == nil)
        }
    }

    @Test func `the note of a removal is no entry, and a new entry replaces it`() async throws {
        let context = StoreContext(runtime: .live)
        let store = try Examples.store(over: MemoryStore())
        try await store.set(Examples.key(), to: Examples.entry(), asOf: nil, in: context)
        try await store.remove(Examples.key(), in: context)
        #expect(try await store.get(Examples.key(), in: context).entry == nil)
        let page = try await store.entries(in: "answers", after: nil, limit: 10, in: context)
        #expect(page.items.isEmpty && store.unreadableEntries == 0)
        try await store.set(Examples.key(), to: Examples.entry("again"), asOf: nil, in: context)
        let changes = try await store.changes(in: "answers", since: page.cursor, limit: 10, in: context)
        #expect(changes.items.map { $0.entry?.bytes } == [Array("again".utf8)])
    }

    @Test func `removing what is not there, or twice, writes nothing`() async throws {
        let context = StoreContext(runtime: .live)
        let inner = TestStore()
        let store = try Examples.store(over: inner)
        try await store.remove(Examples.key(), in: context)
        #expect(inner.writes == 0)
        try await store.set(Examples.key(), to: Examples.entry(), asOf: nil, in: context)
        try await store.remove(Examples.key(), in: context)
        #expect(inner.writes == 2)
        try await store.remove(Examples.key(), in: context)
        #expect(inner.writes == 2)
    }

    @Test func `an entry without a namespace leaves no note`() async throws {
        let context = StoreContext(runtime: .live)
        let inner = TestStore()
        let store = try Examples.store(over: inner)
        try await store.set(Examples.key(), to: StoredEntry(bytes: [1]), asOf: nil, in: context)
        try await store.remove(Examples.key(), in: context)
        #expect(inner.writes == 1 && inner.count == 0)
    }

    @Test func `an entry whose key is unknown can be removed`() async throws {
        let context = StoreContext(runtime: .live)
        let inner = MemoryStore()
        let (owner, stranger) = (try Examples.store(over: inner), try Examples.store(over: inner, key: "two"))
        try await owner.set(Examples.key(), to: Examples.entry(), asOf: nil, in: context)
        try await stranger.remove(Examples.key(), in: context)
        #expect(try await owner.get(Examples.key(), in: context).entry == nil)
    }

    @Test func `an entry is removed even where the removal cannot be noted`() async throws {
        let context = StoreContext(runtime: .live)
        let inner = TestStore()
        let store = SealedStore(inner, sealing: SealingThatEnds(after: 1), digestKey: try Examples.digestKey())
        try await store.set(Examples.key(), to: Examples.entry(), asOf: nil, in: context)
        let error = await #expect(throws: StoreError.self) { try await store.remove(Examples.key(), in: context) }
        #expect(error?.mayHaveHappened == true && inner.count == 0)
    }

    @Test func `a cursor of another store is expired`() async throws {
        let context = StoreContext(runtime: .live)
        let store = try Examples.store(over: MemoryStore())
        for bytes: [UInt8] in [[], [1, 2, 3], [UInt8](repeating: 255, count: 40)] {
            let error = await #expect(throws: StoreError.self) {
                try await store.changes(in: "answers", since: StoreCursor(bytes: bytes), limit: 10, in: context)
            }
            #expect(error?.kind == .cursorExpired)
        }
    }
}

/// A sealing that fails after a number of values.
private final class SealingThatEnds: Sealing {
    private let left: Locked<Int>

    init(after count: Int) {
        left = Locked(count)
    }

    func seal(_ bytes: [UInt8], authenticating context: [UInt8]) async throws -> [UInt8] {
        let count = left.withLock { left in
            left -= 1
            return left
        }
        if count < 0 { throw BrokenSealing.Failure() }
        return bytes
    }

    func open(_ sealed: [UInt8], authenticating context: [UInt8]) async throws -> [UInt8] { sealed }
}
