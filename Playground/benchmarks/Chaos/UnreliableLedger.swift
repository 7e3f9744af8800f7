import Ladder

/// A ledger that is slow like one on another machine, and sometimes loses its answer after it has done its work.
struct UnreliableLedger: BudgetLedger {
    let ledger: InMemoryLedger

    func reserve(_ reservation: LedgerReservation, in context: StoreContext) async throws -> LedgerDecision {
        try await delay(context)
        let decision = try await ledger.reserve(reservation, in: context)
        try loseSometimes(context)
        return decision
    }

    func settle(
        _ settlement: LedgerSettlement, in context: StoreContext
    ) async throws -> LedgerSettlementResult {
        try await delay(context)
        let result = try await ledger.settle(settlement, in: context)
        try loseSometimes(context)
        return result
    }

    func status(of limits: [LedgerLimit], in context: StoreContext) async throws -> [LedgerStatus] {
        try await delay(context)
        return try await ledger.status(of: limits, in: context)
    }

    func setMaximum(_ maximum: Int64?, ofAccount account: String, in context: StoreContext) async throws {
        try await ledger.setMaximum(maximum, ofAccount: account, in: context)
    }

    private func delay(_ context: StoreContext) async throws {
        guard let runtime = context.runtime, runtime.random() % 4 == 0 else { return }
        try await runtime.sleep(for: .milliseconds(Int(runtime.random() % 80)))
    }

    private func loseSometimes(_ context: StoreContext) throws {
        guard let runtime = context.runtime, runtime.random() % 50 == 0 else { return }
        throw StoreError(.timedOut, message: "the answer was lost", mayHaveHappened: true)
    }
}
