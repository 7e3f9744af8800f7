/// The store of a cache as a call uses it: within a limit of time, not for a while after repeated time-outs, and without
/// an error that could fail the call.
package struct CacheStoreAccess: Sendable {
    package let store: any CacheStore
    private let timeLimit: Duration
    /// Apart from the one of writes, because a store may be read while its writes hang.
    private let cooldownOfReads = StoreCooldown()
    private let cooldownOfWrites = StoreCooldown()

    /// Creates the access to a store.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - timeLimit: The longest time that each operation takes.
    package init(store: any CacheStore, timeLimit: Duration) {
        self.store = store
        self.timeLimit = timeLimit
    }

    /// Looks a key up, and gives up at the deadline of the call at the latest.
    ///
    /// - Throws: `CancellationError` when the caller has left; the failure of the store is the result.
    package func get(_ key: CacheKey, in context: CallContext) async throws -> Result<StoreLookup, StoreError> {
        try await limited(
            "cache look-up", with: cooldownOfReads, until: context.deadline, on: context.runtime
        ) { [store] in try await store.get(key, in: $0) }
    }

    /// Claims the computation of an answer, and waits for another process that computes it.
    ///
    /// It waits for half of the time that the call has left at most, so that the call can still ask by itself when the
    /// other process has ended.
    ///
    /// - Throws: `CancellationError` when the caller has left; the failure of the store is the result.
    package func claim(_ key: CacheKey, in context: CallContext) async throws -> Result<StoreClaim, StoreError> {
        let wait = min(context.deadline.map { ($0 - context.now) / 2 } ?? Self.longestClaim, Self.longestClaim)
        let limit = context.now + wait
        let handover = ClaimHandover()
        do {
            return .success(
                try await context.runtime.runStoreOperation("claim of an answer", until: limit) { [store] in
                    let claim = try await store.claim(key, in: $0)
                    if claim == .granted, !handover.grant() { try await store.release(key, in: $0) }
                    return claim
                })
        } catch {
            // The operation goes on without its caller, and may have been granted the claim.
            if handover.abandon() { await release(key, on: context.runtime) }
            if let error = error as? StoreError { return .failure(error) }
            try Task.checkCancellation()
            return .failure(StoreError(.other, message: "\(type(of: error))"))
        }
    }

    /// The longest wait for another process.
    private static let longestClaim = Duration.seconds(60)

    /// Ends a claim that was not ended by a write.
    package func release(_ key: CacheKey, on runtime: Runtime) async {
        _ = await failure("release of a claim", on: runtime) { [store] in try await store.release(key, in: $0) }
    }

    /// Returns a page of the entries of a namespace, or of what has changed since an earlier page.
    ///
    /// - Parameters:
    ///   - namespace: The namespace.
    ///   - place: Where the page begins; nil means at the first entry.
    ///   - limit: The largest number of entries.
    ///   - runtime: The runtime.
    /// - Throws: `CancellationError` when the caller has left; the failure of the store is the result.
    package func page(
        of namespace: String, from place: StoreListingPlace?, limit: Int, on runtime: Runtime
    ) async throws -> Result<StorePage, StoreError> {
        try await limited("cache listing", with: cooldownOfReads, on: runtime) { [store] context in
            switch place {
            case nil: try await store.entries(in: namespace, after: nil, limit: limit, in: context)
            case .entries(let cursor): try await store.entries(in: namespace, after: cursor, limit: limit, in: context)
            case .changes(let cursor): try await store.changes(in: namespace, since: cursor, limit: limit, in: context)
            }
        }
    }

    /// Writes an entry. A caller's cancellation is reported as a failure, because the answer goes out all the same.
    package func set(
        _ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, on runtime: Runtime
    ) async -> StoreError? {
        await failure("cache write", on: runtime) { [store] in
            try await store.set(key, to: entry, asOf: epoch, in: $0)
        }
    }

    /// Removes an entry.
    package func remove(_ key: CacheKey, on runtime: Runtime) async -> StoreError? {
        await failure("cache removal", on: runtime) { [store] in try await store.remove(key, in: $0) }
    }

    private func failure(
        _ name: String, on runtime: Runtime, operation: @escaping @Sendable (StoreContext) async throws -> Void
    ) async -> StoreError? {
        do {
            if case .failure(let error) = try await limited(
                name, with: cooldownOfWrites, on: runtime, operation: operation)
            {
                return error
            }
            return nil
        } catch {
            return StoreError(.other, message: "the operation was cancelled", mayHaveHappened: true)
        }
    }

    private func limited<Value: Sendable>(
        _ name: String, with cooldown: StoreCooldown, until deadline: Instant? = nil, on runtime: Runtime,
        operation: @escaping @Sendable (StoreContext) async throws -> Value
    ) async throws -> Result<Value, StoreError> {
        let end = runtime.now + timeLimit
        let limit = min(end, deadline ?? end)
        do {
            if store.answersAtOnce {
                return .success(try await operation(StoreContext(runtime: runtime, deadline: limit)))
            }
            let value = try await cooldown.run(on: runtime, hasFullTime: limit == end) {
                try await runtime.runStoreOperation(name, until: limit, operation: operation)
            }
            return .success(value)
        } catch let error as StoreError {
            return .failure(error)
        } catch {
            try Task.checkCancellation()
            return .failure(StoreError(.other, message: "\(type(of: error))"))
        }
    }
}
