public import LadderCore

/// A store made of several: what is not in the first is looked up in the next, and copied up.
///
/// Put memory before disk before network:
///
/// ```swift
/// let hot = MemoryStore(MemoryStorePolicy(maximumEntries: 1_000))
/// let large = MemoryStore(MemoryStorePolicy(maximumEntries: 100_000, maximumBytes: 512 << 20))
/// let store = TieredStore([hot, large])
/// print(store.tierStatistics.map(\.hits))
/// ```
///
/// - A look-up asks the tiers in order. Copying an entry up does not extend its life.
/// - A write goes to all tiers. It fails only if every tier fails.
/// - An invalidation and a removal go to all tiers, the outermost first. If one cannot be reached they throw, and that
///   tier is not read again before the invalidation has reached it, so an invalid entry does not come back from it.
/// - A tier that fails or is slow is skipped, counted, and not used for a short time. A look-up fails only if every tier
///   fails.
/// - Listings come from the last tier that supports them.
///
/// What another process invalidates in a shared tier stays in the memory of this one until its time is over: give the
/// entries short lifetimes, or invalidate in every process.
public final class TieredStore: CacheStore {
    /// The tiers, the fastest first.
    public let stores: [any CacheStore]
    /// The rules for how the tiers are used.
    public let policy: TieredStorePolicy
    let states: PerRuntime<TieredState>

    /// Creates a store from its tiers, the fastest first.
    public init(_ stores: [any CacheStore], policy: TieredStorePolicy = TieredStorePolicy()) {
        self.stores = stores
        self.policy = policy
        let count = stores.count
        states = PerRuntime { TieredState(tierCount: count) }
    }

    /// Returns the entry of a key from the first tier that has it, and an epoch that holds for all tiers.
    public func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
        try await get([key], in: context)[0]
    }

    /// Writes an entry to all tiers, from the first to the last.
    ///
    /// - Throws: The error of the last tier, if no tier stored the entry.
    public func set(
        _ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext
    ) async throws {
        var epochs: [UInt64?]?
        if let epoch {
            epochs = states.withLock(on: context.runtime) { $0.epochs(of: epoch) }
            // The epoch was handed out too long ago to know whether the answer is still valid.
            if epochs == nil { return }
        }
        noteWrite(to: key, in: context)
        defer { noteWrite(to: key, in: context) }
        try await write(key, entry, asOf: epochs, in: context)
    }

    /// Removes the entry of a key from all tiers, from the last to the first.
    ///
    /// - Throws: The error of a tier that could not be reached. The entry does not come back from it all the same.
    public func remove(_ key: CacheKey, in context: StoreContext) async throws {
        noteWrite(to: key, in: context)
        defer { noteWrite(to: key, in: context) }
        var failure: (any Error)?
        for tier in stores.indices.reversed() {
            do {
                try await call(tier, in: context) { try await $0.remove(key, in: $1) }
                states.withLock(on: context.runtime) { _ = $0.tiers[tier].outdated.remove(key.fingerprint) }
            } catch {
                noteOutdated(key, in: tier, of: context)
                failure = error
            }
        }
        if let failure { throw failure }
    }

    /// Makes the entries of a group invalid in all tiers, from the last to the first.
    ///
    /// - Throws: The error of a tier that could not be reached. The invalidation is repeated before the tier is read
    ///   again by this process.
    public func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {
        var failure: (any Error)?
        // In this order no look-up copies an entry from a tier that is still valid to one that is invalidated already.
        for tier in stores.indices.reversed() {
            do {
                try await call(tier, in: context) { try await $0.invalidate(group, in: $1) }
            } catch {
                states.withLock(on: context.runtime) { $0.tiers[tier].addPending(group) }
                failure = error
            }
        }
        if let failure { throw failure }
    }

    /// Whether a tier is shared with other processes that compute an answer only once.
    public var sharesComputations: Bool { stores.contains(where: \.sharesComputations) }

    /// Claims the computation of an answer in the last tier that is shared.
    public func claim(_ key: CacheKey, in context: StoreContext) async throws -> StoreClaim {
        guard let shared = stores.last(where: \.sharesComputations) else { return .granted }
        guard case .answered = try await shared.claim(key, in: context) else { return .granted }
        // The look-up copies the answer to the faster tiers.
        return .answered(try await get(key, in: context))
    }

    /// Ends a claim in the last tier that is shared.
    public func release(_ key: CacheKey, in context: StoreContext) async throws {
        try await stores.last(where: \.sharesComputations)?.release(key, in: context)
    }

    /// Closes all tiers.
    public func close() async {
        for store in stores { await store.close() }
    }

    /// What each tier has done under the runtime used last.
    public var tierStatistics: [TierStatistics] {
        states.withLock(on: nil) { $0.tiers.map(\.statistics) }
    }

    /// What the first tier holds.
    public var statistics: StoreStatistics? { stores.first?.statistics }

    /// Whether no tier ever waits.
    public var answersAtOnce: Bool { stores.allSatisfy(\.answersAtOnce) }

    /// The problems of the policy and of all tiers.
    public var configurationProblems: [String] {
        let own = stores.isEmpty ? ["TieredStore has no tier"] : []
        return own + policy.problems + stores.flatMap(\.configurationProblems)
    }
}
