public import LadderCore

extension TieredStore {
    /// Returns the entries of several keys. Each tier is asked once for all that the tiers before it do not have.
    public func get(_ keys: [CacheKey], in context: StoreContext) async throws -> [StoreLookup] {
        var lookup = TieredLookup(keys, in: context, of: self)
        defer { lookup.endWatching() }
        for tier in stores.indices where !lookup.isComplete { try await lookup.ask(tier) }
        if let failure = lookup.failure { throw failure }
        let epoch = states.withLock(on: context.runtime) { $0.epoch() }
        return lookup.entries.map { StoreLookup(entry: $0, epoch: epoch) }
    }
}

/// One look-up of several keys in the tiers of a store.
private struct TieredLookup {
    private let keys: [CacheKey]
    private let context: StoreContext
    private let store: TieredStore
    private(set) var entries: [StoredEntry?]
    private var missing: [Int]
    private var hasAnswer = false
    private var lastError: any Error = StoreError(.unavailable, message: "every tier rests after a failure")
    /// The number of writes to each key when the look-up began.
    private var writes: [Int] = []
    /// The epoch under which a copy may be written to each tier that was asked, as of before the next tier was asked.
    private var epochs: [(tier: Int, epoch: StoreEpoch)] = []

    init(_ keys: [CacheKey], in context: StoreContext, of store: TieredStore) {
        self.keys = keys
        self.context = context
        self.store = store
        entries = Array(repeating: nil, count: keys.count)
        missing = Array(keys.indices)
    }

    var isComplete: Bool { missing.isEmpty }

    /// The error of the look-up; nil if a tier answered.
    var failure: (any Error)? { hasAnswer || keys.isEmpty ? nil : lastError }

    mutating func ask(_ tier: Int) async throws {
        if tier == 1 { beginWatching() }
        guard try await store.prepare(tier, in: context) else { return }
        let asked = store.states.withLock(on: context.runtime) { [missing, keys] state in
            missing.filter { !state.tiers[tier].outdated.contains(keys[$0].fingerprint) }
        }
        // A tier whose entries of these keys are outdated has, in effect, none.
        guard !asked.isEmpty else { return hasAnswer = true }
        let askedKeys = asked.map { keys[$0] }
        do {
            let found = try await store.call(tier, in: context) { store, context in
                let found = try await store.get(askedKeys, in: context)
                guard found.count == askedKeys.count else {
                    throw StoreError(
                        .corrupt, message: "the tier returned \(found.count) of \(askedKeys.count) entries")
                }
                return found
            }
            hasAnswer = true
            await take(found, of: asked, from: tier)
        } catch {
            if error is CancellationError, Task.isCancelled { throw error }
            lastError = error
        }
    }

    private mutating func take(_ found: [StoreLookup], of asked: [Int], from tier: Int) async {
        // The oldest of the epochs holds for all keys.
        guard let epoch = found.map(\.epoch).min() else { return }
        let hits = found.count { $0.entry != nil }
        store.states.withLock(on: context.runtime) { state in
            state.tiers[tier].epoch = epoch.number
            state.tiers[tier].statistics.hits += hits
            state.tiers[tier].statistics.misses += found.count - hits
        }
        for (index, lookup) in zip(asked, found) {
            guard let entry = lookup.entry else { continue }
            entries[index] = entry
            await copyUp(entry, of: index)
        }
        missing.removeAll { entries[$0] != nil }
        epochs.append((tier, epoch))
    }

    // MARK: Copying up

    private mutating func beginWatching() {
        writes = store.states.withLock(on: context.runtime) { [keys] state in
            keys.map { state.copies.begin($0.fingerprint) }
        }
    }

    func endWatching() {
        guard !writes.isEmpty else { return }
        store.states.withLock(on: context.runtime) { state in
            for key in keys { state.copies.end(key.fingerprint) }
        }
    }

    private func isUnwritten(_ index: Int) -> Bool {
        store.states.withLock(on: context.runtime) { $0.copies.writes(to: keys[index].fingerprint) == writes[index] }
    }

    private func copyUp(_ entry: StoredEntry, of index: Int) async {
        let key = keys[index]
        for (tier, epoch) in epochs where isUnwritten(index) {
            // A copy that fails is counted with the tier's failures.
            guard
                (try? await store.call(tier, in: context) { try await $0.set(key, to: entry, asOf: epoch, in: $1) })
                    != nil
            else { continue }
            store.states.withLock(on: context.runtime) { $0.tiers[tier].statistics.copies += 1 }
            if !isUnwritten(index) {
                // The key was written or removed while the copy was: the copy may have replaced the newer entry.
                _ = try? await store.call(tier, in: context) { try await $0.remove(key, in: $1) }
            }
        }
    }
}
