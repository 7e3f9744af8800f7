import LadderCore
import LadderTesting
import Testing

@testable import LadderExactCache

@Suite struct MemoryStoreTests {
    private let simulation = Simulation(seed: 1)
    private var context: StoreContext { StoreContext(runtime: simulation.runtime) }

    @Test func `keeps the contract of a store`() throws {
        #expect(try checkStore(maximumEntries: 100) { MemoryStore(MemoryStorePolicy(maximumEntries: 100)) }.isEmpty)
        try checkStore(seeds: 1..<3, maximumEntries: 5_000) {
            MemoryStore(MemoryStorePolicy(maximumEntries: 5_000, maximumBytes: 256 << 20))
        }
    }

    @Test func `keeps the contract on the live runtime, but for the rules about time`() async throws {
        let skipped = try await checkStore(advancing: nil) { MemoryStore() }
        #expect(Set(skipped) == [.keepsTimes, .renewsTimes, .neverExtendsLife, .isBounded])
    }

    @Test func `an overwritten entry does not keep the old expiry`() async throws {
        let store = MemoryStore()
        let (simulation, context) = (simulation, context)
        try simulation.run {
            try await store.set(key(1), to: entry(1, keptFor: .seconds(10)), asOf: nil, in: context)
            try await simulation.sleep(for: .seconds(9))
            try await store.set(key(1), to: entry(2, keptFor: .seconds(10)), asOf: nil, in: context)
            try await simulation.sleep(for: .seconds(9))
            #expect(try await store.number(key(1), context) == 2)
            #expect(try await store.get(key(1), in: context).entry?.keptFor == .seconds(1))
            try await simulation.sleep(for: .seconds(1))
            #expect(try await store.number(key(1), context) == nil)
        }
    }

    @Test func `a full store that only overwrites evicts nothing`() async throws {
        let store = MemoryStore(MemoryStorePolicy(maximumEntries: 50))
        for round in 0..<4 {
            for number in 0..<50 {
                try await store.set(key(number), to: entry(number + round), asOf: nil, in: context)
            }
        }
        let statistics = try #require(store.statistics)
        #expect(statistics.entries == 50 && statistics.evicted == 0)
        for number in 0..<50 { #expect(try await store.number(key(number), context) == number + 3) }
    }

    @Test func `a wall clock set back one hour changes no time to live`() throws {
        let store = MemoryStore()
        let (simulation, context) = (simulation, context)
        try simulation.run {
            try await store.set(key(1), to: entry(1, keptFor: .seconds(60)), asOf: nil, in: context)
            simulation.shiftWallClock(by: .seconds(-3_600))
            #expect(try await store.get(key(1), in: context).entry?.keptFor == .seconds(60))
            try await simulation.sleep(for: .seconds(61))
            #expect(try await store.number(key(1), context) == nil)
        }
    }

    @Test func `a rehearsal in virtual time neither sees nor changes the entries of production`() async throws {
        let store = MemoryStore()
        let live = StoreContext(runtime: .live)
        try await store.set(key(1), to: entry(1, groups: [.tenant("acme")]), asOf: nil, in: live)
        let (simulation, context) = (simulation, context)
        try simulation.run {
            #expect(try await store.number(key(1), context) == nil)
            try await store.set(key(1), to: entry(2), asOf: nil, in: context)
            try await store.invalidate(.tenant("acme"), in: context)
            try await store.invalidate(.all, in: context)
            try await store.set(key(3), to: entry(3), asOf: nil, in: context)
            // The entry that is invalid is dropped at once where it meets the new one.
            #expect([1, 2].contains(store.statistics?.entries))
        }
        #expect(try await store.number(key(1), live) == 1)
        #expect(try await store.number(key(3), live) == nil)
        #expect(store.statistics?.entries == 1)
        // Outside a call the store uses the runtime that used it last.
        #expect(try await store.number(key(1), StoreContext()) == 1)
        #expect(try await store.number(key(3), context) == 3)
        #expect(try await store.number(key(3), StoreContext()) == 3)
        // The next rehearsal begins with an empty store.
        let next = Simulation(seed: 2)
        #expect(try await store.number(key(3), StoreContext(runtime: next.runtime)) == nil)
    }

    @Test func `an entry larger than a 32nd of the bytes is refused, and the older one does not come back`()
        async throws
    {
        let store = MemoryStore(MemoryStorePolicy(maximumBytes: 1 << 20))
        #expect(store.policy.maximumEntryBytes == 32_768)
        try await store.set(key(1), to: entry(1), asOf: nil, in: context)
        await #expect(throws: StoreError.self) {
            try await store.set(key(1), to: entry(2, size: 32_768), asOf: nil, in: context)
        }
        #expect(try await store.number(key(1), context) == nil)
        try await store.set(key(1), to: entry(3, size: 32_000), asOf: nil, in: context)
        #expect(try await store.number(key(1), context) == 3)
    }

    @Test func `entries that expire and are never asked for go as others are written`() throws {
        let store = MemoryStore()
        let (simulation, context) = (simulation, context)
        try simulation.run {
            for number in 0..<500 {
                try await store.set(key(number), to: entry(1, keptFor: .seconds(5)), asOf: nil, in: context)
            }
            try await simulation.sleep(for: .seconds(6))
            for number in 1_000..<3_000 { try await store.set(key(number), to: entry(1), asOf: nil, in: context) }
            let statistics = try #require(store.statistics)
            #expect(statistics.expired == 500 && statistics.entries == 2_000 && statistics.evicted == 0)
        }
    }

    @Test func `the bytes stay within their bound, whatever the sizes`() async throws {
        let policy = MemoryStorePolicy(maximumEntries: 2_000, maximumBytes: 4 << 20)
        let store = MemoryStore(policy)
        var random = SeededRandom(seed: 7)
        for step in 0..<4_000 {
            let size = Int(random.next() % 20_000)
            try await store.set(key(step % 1_500), to: entry(1, size: size), asOf: nil, in: context)
            let statistics = try #require(store.statistics)
            try #require(statistics.bytes <= policy.maximumBytes && statistics.entries <= policy.maximumEntries)
        }
        let statistics = try #require(store.statistics)
        #expect(statistics.bytes > policy.maximumBytes / 2 && statistics.evicted > 0)
    }

    @Test func `a cached answer of 1 kB to a question of 1 kB counts for less than 2,600 bytes`() async throws {
        let store = MemoryStore()
        let question = ChatRequest(String(repeating: "q", count: 1_024), model: "m")
        let scope = CallScope(tenant: "acme", user: "ann", feature: "chat")
        let groups: [CacheGroup] = [.tenant("acme"), .model("m"), .tag(name: "team", value: "blue")]
        try await store.set(
            CacheKey(of: question, scope: scope), to: entry(1, groups: groups, namespace: "exact", size: 1_300),
            asOf: nil, in: context)
        #expect(try #require(store.statistics).bytes < 2_600)
    }

    @Test func `a policy out of range is a problem and still makes a store`() async throws {
        let store = MemoryStore(MemoryStorePolicy(maximumEntries: 0, maximumBytes: -1))
        #expect(store.configurationProblems.count == 2)
        try await store.set(key(1), to: entry(1), asOf: nil, in: context)
        try await store.set(key(2), to: entry(2), asOf: nil, in: context)
        #expect(store.statistics?.entries == 1)
        #expect(MemoryStore().configurationProblems.isEmpty)
    }

    @Test func `real threads find no wrong entry and leave the store within its bound`() async throws {
        let store = MemoryStore(MemoryStorePolicy(maximumEntries: 2_000, maximumBytes: 1 << 20))
        let context = StoreContext(runtime: .live)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<8 {
                group.addTask {
                    for step in 0..<2_000 {
                        let number = (task &* 31 &+ step &* 7) % 200
                        if let found = try await store.number(key(number), context) { #expect(found == number) }
                        let groups = [CacheGroup.tenant("t\(number % 3)")]
                        try await store.set(
                            key(number), to: entry(number, groups: groups, namespace: "n", size: 100 + number),
                            asOf: nil, in: context)
                        if step % 100 == task { try await store.invalidate(.tenant("t\(step % 3)"), in: context) }
                        if step % 50 == task { try await store.remove(key(number), in: context) }
                    }
                }
            }
            try await group.waitForAll()
        }
        let statistics = try #require(store.statistics)
        #expect(statistics.entries <= 200 && statistics.bytes <= 1 << 20)
        try await store.invalidate(.all, in: context)
        for number in 0..<200 { #expect(try await store.number(key(number), context) == nil) }
        #expect(store.statistics?.entries == 0 && store.statistics?.bytes == 0)
    }
}
