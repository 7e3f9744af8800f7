import LadderCore

/// The account of one call: every attempt is held in all limits at once, at its worst case, or not made.
final class CallAccount: BudgetAccount {
    private let core: BudgetCore
    private let context: CallContext
    private let amounts: [String: BudgetAmount]
    /// The account of a budget layer further out, which has to agree as well.
    private let outer: (any BudgetAccount)?
    /// The accounts in which this call has counted as a request.
    private let requests = Locked<Set<String>>([])

    init(_ core: BudgetCore, of context: CallContext, amounts: [String: BudgetAmount]) {
        self.core = core
        self.context = context
        self.amounts = amounts
        outer = context.budget.account
    }

    func reserve(_ estimate: AttemptEstimate) async throws -> BudgetReservation {
        // The outer account comes last, because an attempt that it refuses leaves no charge in this one. A reservation of
        // the outer account could only be settled, which counts a request that no model got.
        let hold = try await self.hold(estimate)
        let outer: BudgetReservation?
        do {
            outer = try await self.outer?.reserve(estimate)
        } catch {
            release(hold, mayBeHeld: !hold.amounts.isEmpty)
            throw error
        }
        return BudgetReservation { charge in
            hold.end(charge)
            // Without a charge the outer reservation is released here, and reports that it was never settled.
            if let charge { outer?.settle(charge) }
        }
    }

    private func hold(_ estimate: AttemptEstimate) async throws -> AttemptHold {
        var hold = try newHold(for: estimate)
        if hold.amounts.isEmpty { return hold }
        let reservation = LedgerReservation(
            id: hold.id, entries: hold.amounts.map(\.entry), expiresAfter: core.policy.holdExpiry)
        do {
            switch try await core.access.reserve(reservation, on: context.runtime) {
            case .held: return hold
            case .refused(let index, let status): throw refusal(by: index, at: status, of: hold)
            case .alreadySettled:
                throw StoreError(.other, message: "the ledger knows the id of a new reservation")
            }
        } catch let error as StoreError {
            try decide(on: error, for: hold)
            hold.isHeld = false
            return hold
        } catch {
            release(hold, mayBeHeld: error is CancellationError)
            throw error
        }
    }

    // MARK: The worst case

    private func newHold(for estimate: AttemptEstimate) throws -> AttemptHold {
        let corrected = core.change(on: context.runtime) {
            $0.correction.corrected(estimate.inputTokens, for: estimate.model)
        }
        var worst = estimate
        worst.inputTokens = corrected
        let accounts = core.accounts(
            of: estimate.scope, model: estimate.model, amounts: amounts, on: context.runtime)
        var amounts: [HeldAmount] = []
        let spend = worst.worst
        for account in accounts {
            let amount: Int64
            switch account.unit {
            case .tokens: amount = Int64(spend.tokens ?? 0)
            case .money:
                guard let money = spend.money else {
                    for amount in amounts where amount.unit == .requests { giveBackRequest(amount) }
                    throw unknownPrice(of: estimate.model, in: account.limit)
                }
                amount = money.picodollars
            case .requests:
                guard requests.withLock({ $0.insert(account.ledgerLimit.account).inserted }) else { continue }
                amount = 1
            }
            amounts.append(HeldAmount(account: account, amount: amount))
        }
        return AttemptHold(core: core, runtime: context.runtime, estimate: estimate, amounts: amounts)
    }

    private func giveBackRequest(_ amount: HeldAmount) {
        requests.withLock { _ = $0.remove(amount.account.ledgerLimit.account) }
    }

    // MARK: Refusals

    private func unknownPrice(of model: String, in limit: BudgetLimit) -> ChatError {
        refusal(
            "\"\(limit.name)\" counts money, and the price of \"\(model)\" is unknown; add it to the price book",
            until: nil)
    }

    private func refusal(by index: Int, at status: LedgerStatus, of hold: AttemptHold) -> ChatError {
        guard hold.amounts.indices.contains(index) else {
            return refusal("the ledger refused the attempt", until: status.resets)
        }
        let (held, unit) = (hold.amounts[index], hold.amounts[index].unit)
        let left = BudgetAmount(status.remaining, unit: unit)
        let needed = BudgetAmount(held.amount, unit: unit)
        return refusal(
            "\"\(held.account.limit.name)\" has \(left) left, the attempt may need \(needed)", until: status.resets)
    }

    private func refusal(_ message: String, until time: WallTime?) -> ChatError {
        core.change(on: context.runtime) { $0.statistics.refusedAttempts += 1 }
        context.note(.refused, by: "BudgetCheck", reason: message)
        return ChatError(.budgetExhausted(resets: time), message: message)
    }

    /// Decides on an attempt while the ledger is out of reach.
    private func decide(on error: StoreError, for hold: AttemptHold) throws {
        core.change(on: context.runtime) { $0.statistics.ledgerFailures += 1 }
        let reason = "the ledger is out of reach (\(error.kind.rawValue))"
        guard let strict = hold.amounts.first(where: { $0.account.limit.whenUnreachable == .refuse }) else {
            context.note(.noted, by: "BudgetCheck", reason: "\(reason); every limit allows the attempt")
            return
        }
        context.note(.failed, by: "BudgetCheck", reason: reason)
        release(hold, mayBeHeld: error.mayHaveHappened)
        throw ChatError(
            .budgetExhausted(resets: nil),
            message: "\"\(strict.account.limit.name)\" refuses while the ledger is out of reach", underlying: error)
    }

    /// Gives up a hold of an attempt that is not made.
    private func release(_ hold: AttemptHold, mayBeHeld: Bool) {
        for amount in hold.amounts where amount.unit == .requests { giveBackRequest(amount) }
        if mayBeHeld { core.settle(LedgerSettlement(id: hold.id), on: context.runtime) }
    }
}
