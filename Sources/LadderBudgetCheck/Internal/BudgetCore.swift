import LadderCore

/// What all copies of a layer share.
final class BudgetCore: Sendable {
    let policy: BudgetPolicy
    let access: LedgerAccess
    private let states: PerRuntime<BudgetState>

    init(_ policy: BudgetPolicy, ledger: any BudgetLedger) {
        self.policy = policy
        let access = LedgerAccess(ledger, timeLimit: policy.ledgerTimeLimit)
        self.access = access
        states = PerRuntime { BudgetState(access) }
    }

    /// The runtime that was used last, which is the live one at first.
    var latestRuntime: Runtime { states.latest ?? .live }

    /// Runs `body` with the state of a runtime under the lock; nil means the runtime used last.
    @discardableResult
    func change<Result: Sendable>(on runtime: Runtime?, _ body: (inout BudgetState) -> Result) -> Result {
        states.withLock(on: runtime, body)
    }

    // MARK: Accounts

    /// Returns the limits that apply to a call, each with its account.
    func accounts(
        of scope: CallScope, model: String?, amounts: [String: BudgetAmount], on runtime: Runtime
    ) -> [LimitedAccount] {
        if policy.limits.isEmpty { return [] }
        let now = runtime.wallNow
        return policy.limits.compactMap { limit in
            let amount = amounts.isEmpty ? nil : amounts[limit.name]
            return limit.ledgerLimit(for: scope, model: model, amount: amount, at: now)
                .map { LimitedAccount(limit: limit, ledgerLimit: $0) }
        }
    }

    /// Returns the state of accounts, in their order.
    func status(
        of accounts: [LimitedAccount], before deadline: Instant? = nil, on runtime: Runtime
    ) async throws -> [LedgerStatus] {
        if accounts.isEmpty { return [] }
        let limits = accounts.map(\.ledgerLimit)
        let states = try await access.status(of: limits, before: deadline, on: runtime)
        guard states.count == limits.count else {
            throw StoreError(.other, message: "the ledger gave \(states.count) states of \(limits.count) accounts")
        }
        return states
    }

    /// Ends a hold: at once in a ledger that can, else from the queue.
    func settle(_ settlement: LedgerSettlement, on runtime: Runtime) {
        do {
            if try access.ledger.settleAtOnce(settlement, in: StoreContext(runtime: runtime)) != nil { return }
        } catch {
            return change(on: runtime) { $0.statistics.droppedSettlements += 1 }
        }
        change(on: runtime) { $0.settlements }.add(settlement, lifetime: policy.holdExpiry, on: runtime)
    }
}

/// A limit with the account of one call in the ledger.
struct LimitedAccount: Sendable {
    let limit: BudgetLimit
    let ledgerLimit: LedgerLimit

    var unit: BudgetAmount.Unit { limit.amount.unit }
}
