import LadderCore

/// A ledger with a time limit for each operation.
struct LedgerAccess: Sendable {
    let ledger: any BudgetLedger
    let timeLimit: Duration
    /// The ledger, if it is in memory: then it answers at once and needs neither a time limit nor a task.
    let inMemory: InMemoryLedger?

    init(_ ledger: any BudgetLedger, timeLimit: Duration) {
        self.ledger = ledger
        self.timeLimit = timeLimit
        inMemory = ledger as? InMemoryLedger
    }

    /// Runs an operation, or throws `StoreError` when the ledger does not answer in time.
    ///
    /// - Throws: `StoreError`, and `CancellationError` when the caller is cancelled.
    func run<Value: Sendable>(
        on runtime: Runtime, before deadline: Instant? = nil,
        operation: @escaping @Sendable (any BudgetLedger, StoreContext) async throws -> Value
    ) async throws -> Value {
        if let inMemory { return try await operation(inMemory, StoreContext(runtime: runtime)) }
        let limit = min(runtime.now + timeLimit, deadline ?? .distantFuture)
        let ledger = ledger
        do {
            return try await runtime.runStoreOperation(
                "budget ledger", until: limit, lateness: "the ledger did not answer within \(timeLimit.shortText)"
            ) { try await operation(ledger, $0) }
        } catch let error as StoreError {
            throw error
        } catch {
            if error is CancellationError, Task.isCancelled { throw error }
            throw StoreError(.other, message: "the ledger failed (\(type(of: error)))", mayHaveHappened: true)
        }
    }
}
