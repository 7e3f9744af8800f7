import LadderCore
import LadderTesting
import Testing

@testable import LadderExactCache

@Suite struct MemoryStoreInvalidationTests {
    @Test func `more invalidated groups than the store remembers invalidate no entry of another group`() async throws {
        let store = MemoryStore()
        let simulation = Simulation(seed: 1)
        let context = StoreContext(runtime: simulation.runtime)
        try await store.set(key(1), to: entry(1, groups: [.tenant("kept")]), asOf: nil, in: context)
        try await store.set(key(2), to: entry(2, groups: [.tenant("7")]), asOf: nil, in: context)
        let epoch = try await store.get(key(3), in: context).epoch
        for number in 0..<10_000 { try await store.invalidate(.tenant("\(number)"), in: context) }
        #expect(try await store.number(key(1), context) == 1)
        #expect(try await store.number(key(2), context) == nil)
        // Whether this answer is valid is no longer known.
        try await store.set(key(3), to: entry(3, groups: [.tenant("kept")]), asOf: epoch, in: context)
        #expect(try await store.number(key(3), context) == nil)
        let later = try await store.get(key(3), in: context).epoch
        try await store.set(key(3), to: entry(3, groups: [.tenant("kept")]), asOf: later, in: context)
        #expect(try await store.number(key(3), context) == 3)
    }

    @Test func `the table of groups is bounded and never calls an invalid entry valid`() {
        var table = InvalidationTable(maximumGroups: 8)
        var random = SeededRandom(seed: 3)
        /// The number of the last invalidation of each group, without a bound.
        var model: [CacheGroup: UInt64] = [:]
        for _ in 0..<2_000 {
            let group = CacheGroup.tenant("\(random.next() % 40)")
            table.invalidate(group)
            model[group] = table.latest
            if table.isFull { table.forget(upTo: table.latest) }
            #expect(table.groupCount <= 8)
            let (asked, epoch) = (CacheGroup.tenant("\(random.next() % 40)"), random.next() % (table.latest + 1))
            if table.isValid([asked], since: epoch) { #expect((model[asked] ?? 0) <= epoch) }
        }
    }

    @Test func `an answer begun before an invalidation does not replace a newer one`() async throws {
        let store = MemoryStore()
        let context = StoreContext(runtime: .live)
        let groups = [CacheGroup.tenant("a")]
        let epoch = try await store.get(key(1), in: context).epoch
        try await store.invalidate(.tenant("a"), in: context)
        try await store.set(key(1), to: entry(2, groups: groups), asOf: nil, in: context)
        try await store.set(key(1), to: entry(1, groups: groups), asOf: epoch, in: context)
        #expect(try await store.number(key(1), context) == 2)
    }

    @Test func `an epoch of the future counts as the current one`() async throws {
        let store = MemoryStore()
        let context = StoreContext(runtime: .live)
        try await store.set(
            key(1), to: entry(1, groups: [.tenant("a")]), asOf: StoreEpoch(.max), in: context)
        #expect(try await store.number(key(1), context) == 1)
        try await store.invalidate(.tenant("a"), in: context)
        #expect(try await store.number(key(1), context) == nil)
    }

    @Test func `invalidated entries are dropped as others are written, and their bytes with them`() async throws {
        let store = MemoryStore()
        let context = StoreContext(runtime: .live)
        for number in 0..<300 {
            try await store.set(key(number), to: entry(1, groups: [.tenant("a")]), asOf: nil, in: context)
        }
        try await store.invalidate(.tenant("a"), in: context)
        for number in 1_000..<1_400 { try await store.set(key(number), to: entry(1), asOf: nil, in: context) }
        let statistics = try #require(store.statistics)
        #expect(statistics.invalidated == 300 && statistics.entries == 400)
    }
}
