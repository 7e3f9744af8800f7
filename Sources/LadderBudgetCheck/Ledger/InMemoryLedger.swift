public import LadderCore

public final class InMemoryLedger: BudgetLedger {
    struct Account {
        var spent: Int64 = 0
        var held: [String: Int64] = [:]
        var maximum: Int64?
        var start: WallTime?
    }
    struct State {
        var accounts: [String: Account] = [:]
        var settled: Set<String> = []
        mutating func roll(_ limit: LedgerLimit) {
            guard case .fixed(let start, _) = limit.window else { return }
            if accounts[limit.account, default: Account()].start != start {
                accounts[limit.account, default: Account()].start = start
                accounts[limit.account, default: Account()].spent = 0
            }
        }
        func status(_ limit: LedgerLimit) -> LedgerStatus {
            let account = accounts[limit.account] ?? Account()
            var resets: WallTime?
            if case .fixed(_, let end) = limit.window { resets = end }
            return LedgerStatus(
                maximum: account.maximum ?? limit.maximum, spent: account.spent,
                held: account.held.values.reduce(0, +), resets: resets)
        }
    }
    let states = PerRuntime<State> { State() }
    public init() {}

    public func reserve(_ reservation: LedgerReservation, in context: StoreContext) async throws -> LedgerDecision {
        states.withLock(on: context.runtime) { state in
            if state.settled.contains(reservation.id) { return .alreadySettled }
            for (index, entry) in reservation.entries.enumerated() {
                state.roll(entry.limit)
                let status = state.status(entry.limit)
                if status.spent + status.held + entry.amount > status.maximum { return .refused(index: index, status) }
            }
            for entry in reservation.entries {
                state.accounts[entry.limit.account, default: Account()].held[reservation.id] = entry.amount
            }
            return .held(reservation.entries.map { state.status($0.limit) })
        }
    }

    @discardableResult
    func settleNow(_ settlement: LedgerSettlement, in context: StoreContext) -> LedgerSettlementResult {
        states.withLock(on: context.runtime) { state in
            guard state.settled.insert(settlement.id).inserted else { return .repeated }
            var wasHeld = false
            for name in state.accounts.keys {
                if state.accounts[name]?.held.removeValue(forKey: settlement.id) != nil { wasHeld = true }
            }
            for entry in settlement.entries {
                state.roll(entry.limit)
                state.accounts[entry.limit.account, default: Account()].spent += entry.amount
            }
            return wasHeld ? .settled : .settledLate
        }
    }

    @discardableResult
    public func settle(_ settlement: LedgerSettlement, in context: StoreContext) async throws -> LedgerSettlementResult
    {
        settleNow(settlement, in: context)
    }

    public func status(of limits: [LedgerLimit], in context: StoreContext) async throws -> [LedgerStatus] {
        states.withLock(on: context.runtime) { state in
            limits.map { limit in
                state.roll(limit)
                return state.status(limit)
            }
        }
    }

    public func setMaximum(_ maximum: Int64?, ofAccount account: String, in context: StoreContext) async throws {
        states.withLock(on: context.runtime) { $0.accounts[account, default: Account()].maximum = maximum }
    }
}
