import LadderCore
import LadderExactCache
import LadderSealing
import Testing

@Suite struct SealedStoreClaimTests {
    private let context = StoreContext(runtime: .live)

    @Test func `a claim and its end reach the inner store under the keyed name`() async throws {
        let inner = ClaimingStore()
        let store = try Examples.store(over: inner)
        #expect(store.sharesComputations)
        #expect(try await store.claim(Examples.key(), in: context) == .granted)
        #expect(inner.claimed.count == 1 && inner.claimed.first != Examples.key())
        try await store.release(Examples.key(), in: context)
        #expect(inner.claimed.isEmpty)
    }

    @Test func `what another process wrote is opened`() async throws {
        let inner = ClaimingStore()
        let store = try Examples.store(over: inner)
        try await store.set(Examples.key(), to: Examples.entry(), asOf: nil, in: context)
        guard case .answered(let lookup) = try await store.claim(Examples.key(), in: context) else {
            Issue.record("the claim was granted")
            return
        }
        #expect(lookup.entry?.bytes == Array("Paris".utf8))
    }

    @Test func `an answer of another process that cannot be opened is computed once more`() async throws {
        let inner = ClaimingStore()
        let (owner, stranger) = (try Examples.store(over: inner), try Examples.store(over: inner, key: "two"))
        try await owner.set(Examples.key(), to: Examples.entry(), asOf: nil, in: context)
        #expect(try await stranger.claim(Examples.key(), in: context) == .granted)
        #expect(stranger.unreadableEntries == 1)
    }
}

/// A store in memory that remembers claims and answers them at once.
private final class ClaimingStore: CacheStore {
    private let store = MemoryStore()
    private let claims = Locked(Set<CacheKey>())

    var claimed: Set<CacheKey> { claims.withLock { $0 } }
    var sharesComputations: Bool { true }

    func claim(_ key: CacheKey, in context: StoreContext) async throws -> StoreClaim {
        let lookup = try await store.get(key, in: context)
        if lookup.entry != nil { return .answered(lookup) }
        claims.withLock { _ = $0.insert(key) }
        return .granted
    }

    func release(_ key: CacheKey, in context: StoreContext) async throws {
        claims.withLock { _ = $0.remove(key) }
    }

    func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
        try await store.get(key, in: context)
    }

    func set(_ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext) async throws {
        try await store.set(key, to: entry, asOf: epoch, in: context)
    }

    func remove(_ key: CacheKey, in context: StoreContext) async throws { try await store.remove(key, in: context) }

    func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {
        try await store.invalidate(group, in: context)
    }
}
