import LadderCore
import LadderExactCache
import LadderTesting
import Testing

@Suite struct MemoryStoreListingTests {
    private let context = StoreContext(runtime: .live)

    @Test func `pages of one entry list all shards, while entries are written and removed`() async throws {
        let store = MemoryStore()
        for number in 0..<200 {
            try await store.set(key(number), to: entry(1, namespace: "n"), asOf: nil, in: context)
        }
        var digests: [SHA256Digest] = []
        var cursor: StoreCursor?
        var first: StoreCursor?
        var step = 0
        while true {
            let page = try await store.entries(in: "n", after: cursor, limit: 7, in: context)
            digests += page.items.map(\.digest)
            cursor = page.cursor
            first = first ?? page.cursor
            step += 1
            try await store.remove(key(150 + step), in: context)
            try await store.set(key(1_000 + step), to: entry(2, namespace: "n"), asOf: nil, in: context)
            if !page.hasMore { break }
        }
        #expect(Set(digests).count == digests.count)
        for number in 0...150 { #expect(digests.contains(key(number).digest)) }
        // What was written in the meantime is on a page or among the changes since the first one.
        var changed: [SHA256Digest] = []
        var since = try #require(first)
        while true {
            let page = try await store.changes(in: "n", since: since, limit: 5, in: context)
            changed += page.items.map(\.digest)
            since = page.cursor
            if !page.hasMore { break }
        }
        for number in 1_001...(1_000 + step) { #expect(changed.contains(key(number).digest)) }
        for number in 151...(150 + step) { #expect(changed.contains(key(number).digest)) }
    }

    @Test func `an eviction is a change, and an invalidation of a group is none`() async throws {
        let store = MemoryStore(MemoryStorePolicy(maximumEntries: 2))
        for number in 0..<2 { try await store.set(key(number), to: entry(1, namespace: "n"), asOf: nil, in: context) }
        let cursor = try await store.entries(in: "n", after: nil, limit: 9, in: context).cursor
        try await store.set(key(2), to: entry(1, namespace: "n"), asOf: nil, in: context)
        let page = try await store.changes(in: "n", since: cursor, limit: 9, in: context)
        #expect(page.items.map { $0.entry == nil } == [true, false])
        try await store.invalidate(.all, in: context)
        #expect(try await store.changes(in: "n", since: page.cursor, limit: 9, in: context).items.isEmpty)
    }

    @Test func `a cursor that is too old, or of another store, is refused`() async throws {
        let (store, other) = (MemoryStore(MemoryStorePolicy(maximumEntries: 10)), MemoryStore())
        let old = try await store.entries(in: "n", after: nil, limit: 9, in: context).cursor
        for number in 0..<11 { try await store.set(key(number), to: entry(1, namespace: "n"), asOf: nil, in: context) }
        for cursor in [
            old, try await other.entries(in: "n", after: nil, limit: 9, in: context).cursor, StoreCursor(bytes: [1]),
            StoreCursor(bytes: []),
        ] {
            let error = await #expect(throws: StoreError.self) {
                try await store.changes(in: "n", since: cursor, limit: 9, in: context)
            }
            #expect(error?.kind == .cursorExpired)
        }
    }

    @Test func `entries without a namespace are in no listing and cost no digest`() async throws {
        let store = MemoryStore()
        try await store.set(key(1), to: entry(1), asOf: nil, in: context)
        #expect(try await store.entries(in: "", after: nil, limit: 9, in: context).items.isEmpty)
    }
}
