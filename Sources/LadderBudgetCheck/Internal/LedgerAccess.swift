import LadderCore

/// A ledger with a time limit for each operation.
struct LedgerAccess: Sendable {
    let ledger: any BudgetLedger
    let timeLimit: Duration
    /// Apart from the one of reservations, because a ledger may answer questions while its reservations hang.
    private let cooldownOfStatus = StoreCooldown()
    private let cooldownOfReservations = StoreCooldown()

    init(_ ledger: any BudgetLedger, timeLimit: Duration) {
        self.ledger = ledger
        self.timeLimit = timeLimit
    }

    /// Returns the state of accounts. A ledger that did not answer several times is not asked for a while.
    func status(of limits: [LedgerLimit], before deadline: Instant?, on runtime: Runtime) async throws -> [LedgerStatus]
    {
        try await run(on: runtime, before: deadline, with: cooldownOfStatus) { try await $0.status(of: limits, in: $1) }
    }

    /// Holds amounts. A ledger that did not answer several times is not asked for a while.
    func reserve(_ reservation: LedgerReservation, on runtime: Runtime) async throws -> LedgerDecision {
        try await run(on: runtime, with: cooldownOfReservations) { try await $0.reserve(reservation, in: $1) }
    }

    /// Runs an operation, or throws `StoreError` when the ledger does not answer in time.
    ///
    /// - Throws: `StoreError`, and `CancellationError` when the caller is cancelled.
    func run<Value: Sendable>(
        on runtime: Runtime, before deadline: Instant? = nil, with cooldown: StoreCooldown? = nil,
        operation: @escaping @Sendable (any BudgetLedger, StoreContext) async throws -> Value
    ) async throws -> Value {
        let ledger = ledger
        if ledger.answersAtOnce { return try await operation(ledger, StoreContext(runtime: runtime)) }
        let end = runtime.now + timeLimit
        let limit = min(end, deadline ?? .distantFuture)
        func limited() async throws -> Value {
            try await runtime.runStoreOperation(
                "budget ledger", until: limit, lateness: "the ledger did not answer within \(timeLimit.shortText)"
            ) { try await operation(ledger, $0) }
        }
        do {
            guard let cooldown else { return try await limited() }
            return try await cooldown.run(on: runtime, hasFullTime: limit == end, operation: limited)
        } catch let error as StoreError {
            throw error
        } catch {
            if error is CancellationError, Task.isCancelled { throw error }
            throw StoreError(.other, message: "the ledger failed (\(type(of: error)))", mayHaveHappened: true)
        }
    }
}
