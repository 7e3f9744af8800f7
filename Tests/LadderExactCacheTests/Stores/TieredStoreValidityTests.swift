import LadderCore
import LadderExactCache
import LadderTesting
import Testing

/// What is invalid, removed or replaced in one tier never comes back from another.
@Suite struct TieredStoreValidityTests {
    private static let policy = TieredStorePolicy(restAfterFailure: .zero)

    @Test func `an invalidation that did not reach a tier is repeated before the tier is read`() throws {
        try inSimulation { _, context in
            let outer = FlakyStore()
            let store = TieredStore([MemoryStore(), outer], policy: TieredStoreValidityTests.policy)
            for number in 1...2 {
                let groups = [CacheGroup.tenant("t\(number)")]
                try await store.set(key(number), to: entry(number, groups: groups), asOf: nil, in: context)
            }
            outer.become(.down)
            await #expect(throws: StoreError.self) { try await store.invalidate(.tenant("t1"), in: context) }
            #expect(try await store.number(key(1), context) == nil)
            outer.become(.up)
            #expect(try await store.number(key(1), context) == nil)
            #expect(try await outer.inner.number(key(1), context) == nil)
            #expect(try await outer.inner.number(key(2), context) == 2)
        }
    }

    @Test func `many invalidations that did not reach a tier become one of everything`() throws {
        try inSimulation { _, context in
            let outer = FlakyStore()
            let store = TieredStore([MemoryStore(), outer], policy: TieredStoreValidityTests.policy)
            try await store.set(key(1), to: entry(1, groups: [.tenant("t7")]), asOf: nil, in: context)
            outer.become(.down)
            for number in 0..<300 { try? await store.invalidate(.tenant("t\(number)"), in: context) }
            outer.become(.up)
            let calls = outer.callCount
            #expect(try await store.number(key(1), context) == nil)
            #expect(outer.callCount - calls < 60)
        }
    }

    @Test func `an entry read before an invalidation is not copied up after it`() throws {
        try inSimulation { _, context in
            let (inner, outer) = (MemoryStore(), FlakyStore())
            let store = TieredStore([inner, outer])
            let groups = [CacheGroup.tenant("acme")]
            try await outer.inner.set(key(1), to: entry(1, groups: groups), asOf: nil, in: context)
            outer.afterNextGet { try await store.invalidate(.tenant("acme"), in: context) }
            _ = try await store.get(key(1), in: context)
            #expect(try await inner.number(key(1), context) == nil)
            #expect(try await store.number(key(1), context) == nil)
        }
    }

    @Test func `an entry read before a removal or a write is not copied up after it`() throws {
        try inSimulation { _, context in
            let (inner, outer) = (MemoryStore(), FlakyStore())
            let store = TieredStore([inner, outer])
            try await outer.inner.set(key(1), to: entry(1), asOf: nil, in: context)
            outer.afterNextGet { try await store.remove(key(1), in: context) }
            _ = try await store.get(key(1), in: context)
            #expect(try await store.number(key(1), context) == nil)

            try await outer.inner.set(key(2), to: entry(2), asOf: nil, in: context)
            outer.afterNextGet { try await store.set(key(2), to: entry(3), asOf: nil, in: context) }
            _ = try await store.get(key(2), in: context)
            #expect(try await store.number(key(2), context) == 3)
        }
    }

    @Test func `a write or a removal while an older entry is being copied up is not undone by the copy`() throws {
        try inSimulation { _, context in
            let (inner, outer) = (FlakyStore(), FlakyStore())
            let store = TieredStore([inner, outer])
            for number in 1...2 {
                try await outer.inner.set(key(number), to: entry(number), asOf: nil, in: context)
            }
            inner.beforeNextSet { try await store.set(key(1), to: entry(11), asOf: nil, in: context) }
            _ = try await store.get(key(1), in: context)
            #expect(try await store.number(key(1), context) == 11)
            inner.beforeNextSet { try await store.remove(key(2), in: context) }
            _ = try await store.get(key(2), in: context)
            #expect(try await store.number(key(2), context) == nil)
        }
    }

    @Test func `the epoch of a look-up holds for every tier`() throws {
        try inSimulation { _, context in
            let outer = FlakyStore()
            let store = TieredStore([MemoryStore(), outer])
            let groups = [CacheGroup.tenant("acme")]
            // The tiers have counted different numbers of invalidations.
            for number in 0..<5 { try await outer.inner.invalidate(.model("m\(number)"), in: context) }
            let epoch = try await store.get(key(1), in: context).epoch
            // Another process invalidates in the shared tier while the answer is computed.
            try await outer.inner.invalidate(.tenant("acme"), in: context)
            try await store.set(key(1), to: entry(1, groups: groups), asOf: epoch, in: context)
            #expect(try await outer.inner.number(key(1), context) == nil)
            let later = try await store.get(key(2), in: context).epoch
            try await store.set(key(2), to: entry(2, groups: groups), asOf: later, in: context)
            #expect(try await outer.inner.number(key(2), context) == 2)
        }
    }

    @Test func `a tier that was down when an answer was begun does not get it, and does not return an older one`()
        throws
    {
        try inSimulation { _, context in
            let (inner, outer) = (MemoryStore(MemoryStorePolicy(maximumEntries: 1)), FlakyStore())
            let store = TieredStore([inner, outer], policy: TieredStoreValidityTests.policy)
            try await outer.inner.set(key(1), to: entry(1), asOf: nil, in: context)
            outer.become(.down)
            let epoch = try await store.get(key(1), in: context).epoch
            outer.become(.up)
            try await store.set(key(1), to: entry(2), asOf: epoch, in: context)
            #expect(try await outer.inner.number(key(1), context) == 1)
            #expect(try await store.number(key(1), context) == 2)
            try await inner.remove(key(1), in: context)
            #expect(try await store.number(key(1), context) == nil)
        }
    }

    @Test func `an entry written over while a tier was down does not come back from that tier`() throws {
        try inSimulation { _, context in
            let (inner, outer) = (MemoryStore(), FlakyStore())
            let store = TieredStore([inner, outer], policy: TieredStoreValidityTests.policy)
            for number in 1...2 { try await store.set(key(number), to: entry(number), asOf: nil, in: context) }
            outer.become(.refusing(.full))
            try await store.set(key(1), to: entry(11), asOf: nil, in: context)
            await #expect(throws: StoreError.self) { try await store.remove(key(2), in: context) }
            outer.become(.up)
            try await inner.remove(key(1), in: context)
            #expect(try await store.number(key(1), context) == nil)
            #expect(try await store.number(key(2), context) == nil)
            try await store.set(key(1), to: entry(12), asOf: nil, in: context)
            try await inner.remove(key(1), in: context)
            #expect(try await store.number(key(1), context) == 12)
        }
    }

    @Test func `an entry too large for the first tier is served from the next, and never the older one`() throws {
        try inSimulation { _, context in
            let inner = MemoryStore(MemoryStorePolicy(maximumEntries: 100, maximumBytes: 64 << 10))
            let store = TieredStore([inner, MemoryStore()])
            try await store.set(key(1), to: entry(1), asOf: nil, in: context)
            try await store.set(key(1), to: entry(2, size: 10_000), asOf: nil, in: context)
            #expect(try await store.number(key(1), context) == 2)
        }
    }

    @Test func `an epoch that was handed out too long ago stores nothing`() throws {
        try inSimulation { _, context in
            let store = TieredStore([MemoryStore(), MemoryStore()])
            let epoch = try await store.get(key(1), in: context).epoch
            for number in 0..<5_000 {
                try await store.invalidate(.model("m\(number % 3)"), in: context)
                _ = try await store.get(key(1), in: context)
            }
            try await store.set(key(1), to: entry(1), asOf: epoch, in: context)
            #expect(try await store.number(key(1), context) == nil)
            try await store.set(key(1), to: entry(1), asOf: StoreEpoch(.max), in: context)
            #expect(try await store.number(key(1), context) == nil)
        }
    }

    @Test func `what a rehearsal does to the tiers does not change what production knows of them`() async throws {
        let outer = FlakyStore()
        let store = TieredStore([MemoryStore(), outer])
        let live = StoreContext(runtime: .live)
        try await store.set(key(1), to: entry(1, groups: [.tenant("a")]), asOf: nil, in: live)
        try inSimulation { _, context in
            outer.become(.down)
            try? await store.invalidate(.all, in: context)
            outer.become(.up)
        }
        #expect(try await store.number(key(1), live) == 1)
        #expect(store.tierStatistics[1].failures == 0)
    }
}
