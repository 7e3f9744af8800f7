extension Runtime {
    /// Runs an operation of a store or a ledger, and returns at `limit` even if the operation goes on.
    ///
    /// - Parameters:
    ///   - name: The name of the work, for `pipeline.shutdown(within:)`.
    ///   - limit: When to give up, which the operation gets as its deadline.
    ///   - lateness: The sentence of the error at the limit.
    ///   - operation: The work.
    /// - Throws: `StoreError` of kind `timedOut` at the limit, `CancellationError` when the caller is cancelled, else what
    ///   the operation throws.
    package func runStoreOperation<Value: Sendable>(
        _ name: String, until limit: Instant, lateness: @autoclosure () -> String = "",
        operation: @escaping @Sendable (StoreContext) async throws -> Value
    ) async throws -> Value {
        let context = StoreContext(runtime: self, deadline: limit)
        do {
            return try await run(name, until: limit) { try await operation(context) }
        } catch is TimeLimitReached {
            throw StoreError(.timedOut, message: lateness(), mayHaveHappened: true)
        }
    }
}
