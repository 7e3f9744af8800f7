import LadderCore

extension TieredStore {
    /// Counts a write for the look-ups that may be about to copy an older entry up.
    func noteWrite(to key: CacheKey, in context: StoreContext) {
        states.withLock(on: context.runtime) { $0.copies.noteWrite(to: key.fingerprint) }
    }

    /// Calls a tier within its time limit. A failure is counted.
    func call<Value: Sendable>(
        _ tier: Int, in context: StoreContext,
        _ operation: @escaping @Sendable (any CacheStore, StoreContext) async throws -> Value
    ) async throws -> Value {
        do {
            return try await limitedCall(tier, in: context, operation)
        } catch {
            if error is CancellationError, Task.isCancelled { throw error }
            let end = context.runtime.map { $0.now + policy.restAfterFailure }
            states.withLock(on: context.runtime) { $0.tiers[tier].noteFailure(error, restingUntil: end) }
            throw error
        }
    }

    private func limitedCall<Value: Sendable>(
        _ tier: Int, in context: StoreContext,
        _ operation: @escaping @Sendable (any CacheStore, StoreContext) async throws -> Value
    ) async throws -> Value {
        let store = stores[tier]
        guard !store.answersAtOnce, let runtime = context.runtime, let limit = policy.timeLimit else {
            return try await operation(store, context)
        }
        let now = runtime.now
        // The other tiers need some of the time that is left: a tier that hangs must not make the whole store late.
        let longest = context.deadline.map { ($0 - now).scaled(by: 0.8) } ?? limit
        return try await runtime.runStoreOperation(
            "cache tier", until: now + min(limit, longest), lateness: "the tier did not answer in time"
        ) { try await operation(store, $0) }
    }

    /// Returns whether a tier can be used now, after the invalidations that did not reach it yet were repeated.
    func prepare(_ tier: Int, in context: StoreContext) async throws -> Bool {
        let now = context.runtime?.now
        let pending: [CacheGroup: Int]? = states.withLock(on: context.runtime) { state in
            if state.tiers[tier].isResting(at: now) {
                state.tiers[tier].statistics.skipped += 1
                return nil
            }
            return state.tiers[tier].pending
        }
        guard let pending else { return false }
        for (group, number) in pending {
            do {
                try await call(tier, in: context) { try await $0.invalidate(group, in: $1) }
                states.withLock(on: context.runtime) { $0.tiers[tier].removePending(group, number: number) }
            } catch {
                if error is CancellationError, Task.isCancelled { throw error }
                states.withLock(on: context.runtime) { $0.tiers[tier].statistics.skipped += 1 }
                return false
            }
        }
        return true
    }

    /// Writes an entry to every tier that can be used. In the others the key's entry is outdated from now on.
    ///
    /// - Parameter epochs: The epoch of each tier, nil for an unknown one; nil means the current epochs.
    /// - Throws: The error of the last tier that failed, if no tier was written.
    func write(
        _ key: CacheKey, _ entry: StoredEntry, asOf epochs: [UInt64?]?, in context: StoreContext
    ) async throws {
        var failure: any Error = StoreError(.unavailable, message: "every tier rests after a failure")
        var isWritten = false
        for tier in stores.indices {
            do {
                if try await write(key, entry, asOf: epochs, to: tier, in: context) {
                    isWritten = true
                } else {
                    noteOutdated(key, in: tier, of: context)
                }
            } catch {
                noteOutdated(key, in: tier, of: context)
                if error is CancellationError, Task.isCancelled {
                    for later in stores.indices where later > tier { noteOutdated(key, in: later, of: context) }
                    throw error
                }
                failure = error
            }
        }
        if !isWritten { throw failure }
    }

    private func write(
        _ key: CacheKey, _ entry: StoredEntry, asOf epochs: [UInt64?]?, to tier: Int, in context: StoreContext
    ) async throws -> Bool {
        var epoch: StoreEpoch?
        if let epochs {
            // A tier that could not be reached when the answer was begun: its epoch of that time is unknown.
            guard let number = epochs[tier] else { return false }
            epoch = StoreEpoch(number)
        }
        guard try await prepare(tier, in: context) else { return false }
        let tierEpoch = epoch
        try await call(tier, in: context) { try await $0.set(key, to: entry, asOf: tierEpoch, in: $1) }
        states.withLock(on: context.runtime) { _ = $0.tiers[tier].outdated.remove(key.fingerprint) }
        return true
    }

    /// Notes that a tier may hold an older entry of a key than the one written last.
    func noteOutdated(_ key: CacheKey, in tier: Int, of context: StoreContext) {
        states.withLock(on: context.runtime) { $0.tiers[tier].outdated.insert(key.fingerprint) }
    }
}
