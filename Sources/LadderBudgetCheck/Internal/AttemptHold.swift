import LadderCore

/// An amount of one attempt in one account.
struct HeldAmount: Sendable {
    let account: LimitedAccount
    let amount: Int64

    var unit: BudgetAmount.Unit { account.unit }

    var entry: LedgerReservation.Entry { LedgerReservation.Entry(limit: account.ledgerLimit, amount: amount) }

    /// Returns the amount that an attempt has really used in this account.
    func used(_ charge: AttemptCharge) -> Int64 {
        switch unit {
        case .tokens: Int64(charge.usage.totalTokens)
        case .money: max(0, charge.cost?.picodollars ?? 0)
        case .requests: amount
        }
    }
}

/// What is held for one attempt, until it reports what it used.
struct AttemptHold: Sendable {
    let core: BudgetCore
    let runtime: Runtime
    let id: String
    /// The estimate of the model, before any correction.
    let estimate: AttemptEstimate
    let amounts: [HeldAmount]
    /// Whether the ledger has confirmed the hold.
    var isHeld = true

    init(core: BudgetCore, runtime: Runtime, estimate: AttemptEstimate, amounts: [HeldAmount]) {
        self.core = core
        self.runtime = runtime
        self.estimate = estimate
        self.amounts = amounts
        id = amounts.isEmpty ? "" : runtime.randomID()
    }

    /// Ends the hold with what was used, or with nil where the attempt never reported that.
    func end(_ charge: AttemptCharge?) {
        if !amounts.isEmpty {
            let entries = charge.map { charge in
                amounts.map { LedgerReservation.Entry(limit: $0.account.ledgerLimit, amount: $0.used(charge)) }
                    .filter { $0.amount > 0 }
            }
            core.settle(LedgerSettlement(id: id, entries: entries ?? []), on: runtime)
        }
        let day = SpendReport.day(of: runtime.wallNow)
        core.change(on: runtime) { state in
            guard let charge else {
                state.statistics.lostReservations += 1
                return
            }
            let usage = charge.usage
            if !usage.isEstimated {
                state.correction.learn(
                    actual: usage.inputTokens, estimated: estimate.inputTokens, for: estimate.model)
            }
            if isHeld { count(charge, in: &state.statistics) }
            state.report.addAttempt(charge, of: estimate, on: day)
        }
    }

    /// Counts what the attempt used beyond its hold.
    private func count(_ charge: AttemptCharge, in statistics: inout BudgetStatistics) {
        let beyond = amounts.filter { $0.unit != .requests && $0.used(charge) > $0.amount }
        if beyond.isEmpty { return }
        statistics.attemptsBeyondHold += 1
        if let tokens = beyond.first(where: { $0.unit == .tokens }) {
            statistics.tokensBeyondHold = statistics.tokensBeyondHold.saturatingAdding(
                Int(tokens.used(charge) - tokens.amount))
        }
    }
}

extension Runtime {
    /// Returns 128 random bits in hexadecimal.
    fileprivate func randomID() -> String {
        [random(), random()].map { number in
            let digits = String(number, radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }.joined()
    }
}
