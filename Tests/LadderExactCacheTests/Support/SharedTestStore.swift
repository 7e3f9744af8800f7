import LadderCore
import LadderExactCache

/// A store in memory that several caches share as if they were processes: it lets one at a time compute an answer.
final class SharedTestStore: CacheStore {
    private let store = MemoryStore()
    private let claims = Locked(Set<CacheKey>())
    private let refuses = Locked(false)
    private let delay = Locked(Duration.zero)
    private let isLost = Locked(false)

    /// The time between the grant of a claim and its report.
    var grantsAfter: Duration {
        get { delay.withLock { $0 } }
        set { delay.withLock { $0 = newValue } }
    }

    var refusesClaims: Bool {
        get { refuses.withLock { $0 } }
        set { refuses.withLock { $0 = newValue } }
    }

    /// The number of claims that have not ended.
    var claimed: Int { claims.withLock { $0.count } }

    /// Lets every claim seem to be that of a process that has ended.
    func loseClaims() { isLost.withLock { $0 = true } }

    var sharesComputations: Bool { true }

    func claim(_ key: CacheKey, in context: StoreContext) async throws -> StoreClaim {
        if refusesClaims { throw StoreError(.unavailable) }
        while true {
            let lookup = try await store.get(key, in: context)
            if let entry = lookup.entry, entry.isFresh { return .answered(lookup) }
            if !isLost.withLock({ $0 }), claims.withLock({ $0.insert(key).inserted }) {
                // The reply of a server comes also to a caller that has left.
                let (runtime, delay) = (context.runtime ?? .live, grantsAfter)
                await withCheckedContinuation { reply in
                    runtime.spawn("late reply") {
                        try? await runtime.sleep(for: delay)
                        reply.resume()
                    }
                }
                return .granted
            }
            try await (context.runtime ?? .live).sleep(for: .milliseconds(20))
        }
    }

    func release(_ key: CacheKey, in context: StoreContext) async throws {
        claims.withLock { _ = $0.remove(key) }
    }

    func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
        try await (context.runtime ?? .live).sleep(for: .milliseconds(1))
        return try await store.get(key, in: context)
    }

    func set(_ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext) async throws {
        try await store.set(key, to: entry, asOf: epoch, in: context)
        claims.withLock { _ = $0.remove(key) }
    }

    func remove(_ key: CacheKey, in context: StoreContext) async throws { try await store.remove(key, in: context) }

    func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {
        try await store.invalidate(group, in: context)
    }
}
