import LadderCore

/// The store as a call uses it: within a limit of time, not for a while after repeated time-outs, and without an error
/// that could fail the call.
struct CacheStoreAccess: Sendable {
    let store: any CacheStore
    let timeLimit: Duration
    /// Apart from the one of writes, because a store may be read while its writes hang.
    private let cooldownOfReads = StoreCooldown()
    private let cooldownOfWrites = StoreCooldown()

    init(_ store: any CacheStore, timeLimit: Duration) {
        self.store = store
        self.timeLimit = timeLimit
    }

    /// Looks a key up.
    ///
    /// - Throws: `CancellationError` when the caller has left; the failure of the store is the result.
    func get(_ key: CacheKey, in context: CallContext) async throws -> Result<StoreLookup, StoreError> {
        try await limited("cache look-up", with: cooldownOfReads, in: context) { [store] in
            try await store.get(key, in: $0)
        }
    }

    /// Writes an entry. A caller's cancellation is reported as a failure, because the answer goes out all the same.
    func set(
        _ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: CallContext
    ) async -> StoreError? {
        do {
            let result = try await limited("cache write", with: cooldownOfWrites, in: context) { [store] in
                try await store.set(key, to: entry, asOf: epoch, in: $0)
            }
            if case .failure(let error) = result { return error }
            return nil
        } catch {
            return StoreError(.other, message: "the write was cancelled", mayHaveHappened: true)
        }
    }

    private func limited<Value: Sendable>(
        _ name: String, with cooldown: StoreCooldown, in context: CallContext,
        operation: @escaping @Sendable (StoreContext) async throws -> Value
    ) async throws -> Result<Value, StoreError> {
        let runtime = context.runtime
        let limit = runtime.now + timeLimit
        do {
            if store.answersAtOnce {
                return .success(try await operation(StoreContext(runtime: runtime, deadline: limit)))
            }
            let value = try await cooldown.run(on: runtime) {
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
