import LadderCore

/// The look at the ledger with which a call begins.
struct BudgetInspection {
    let core: BudgetCore
    let accounts: [LimitedAccount]
    let request: ChatRequest

    /// Cuts the budget of the call where a limit is used up, and wishes for a cheaper model where one is nearly so.
    ///
    /// - Throws: `budgetExhausted` where the policy refuses such calls, and `CancellationError`.
    func apply(to context: inout CallContext) async throws {
        let states: [LedgerStatus]
        do {
            states = try await core.status(of: accounts, before: context.deadline, on: context.runtime)
        } catch let error as StoreError {
            return try applyFailure(error, to: &context)
        }
        let found = zip(accounts, states).map { (account: $0, status: $1) }
        // A limit of one model refuses that model alone, when it is asked: another one may still be asked.
        let exhausted = found.filter { $0.status.isExhausted && !$0.account.limit.dependsOnModel }
        if let first = exhausted.first {
            let name = first.account.limit.name
            return try refuse("\"\(name)\" is used up", until: exhausted.map(\.status).latestReset, in: &context)
        }
        applySoftLimits(found.filter { $0.status.isSoftReached($0.account.limit) }.map(\.account), to: &context)
    }

    private func applyFailure(_ error: StoreError, to context: inout CallContext) throws {
        // The call has no time left, which the model call reports better than a budget does.
        if let deadline = context.deadline, context.now >= deadline { return }
        core.change(on: context.runtime) { $0.statistics.ledgerFailures += 1 }
        context.note(.failed, by: "BudgetCheck", reason: "the ledger is out of reach (\(error.kind.rawValue))")
        if let strict = accounts.first(where: { $0.limit.whenUnreachable == .refuse }) {
            return try refuse(
                "\"\(strict.limit.name)\" refuses while the ledger is out of reach", until: nil, in: &context)
        }
        context.note(.noted, by: "BudgetCheck", reason: "every limit allows that the call goes on")
    }

    private func refuse(_ reason: String, until time: WallTime?, in context: inout CallContext) throws {
        core.change(on: context.runtime) { $0.statistics.exhaustedCalls += 1 }
        switch core.policy.whenExhausted {
        case .freeOnly:
            context.note(.narrowed, by: "BudgetCheck", reason: "\(reason); no model may be asked")
            context.budget.allowance = .freeOnly(until: time)
        case .refuse:
            context.note(.refused, by: "BudgetCheck", reason: reason)
            var error = ChatError(.budgetExhausted(resets: time), message: "the budget \(reason)")
            error.stage = "BudgetCheck"
            throw error
        }
    }

    private func applySoftLimits(_ accounts: [LimitedAccount], to context: inout CallContext) {
        if accounts.isEmpty { return }
        let now = context.runtime.wallNow
        let new = core.change(on: context.runtime) { state in
            let new = accounts.filter { state.notices.isFirst(for: $0.ledgerLimit, at: now) }.map(\.limit)
            state.statistics.softLimitsReached += new.count
            return new
        }
        for limit in new {
            context.note(
                .noted, by: "BudgetCheck", reason: "\"\(limit.name)\" has reached \(limit.softShareText)")
        }
        guard let model = core.policy.downgradeModel, model != request.model, context.downgradeModel == nil,
            let cause = accounts.first(where: { $0.unit != .requests })
        else { return }
        context.downgradeModel = model
        core.change(on: context.runtime) { $0.statistics.downgradedCalls += 1 }
        context.note(
            .noted, by: "BudgetCheck", reason: "wants the cheaper model \(model), because of \"\(cause.limit.name)\"")
    }
}

extension [LedgerStatus] {
    /// The time at which all of these accounts have room again; nil where one of them never has.
    var latestReset: WallTime? {
        let times = compactMap(\.resets)
        return times.count == count ? times.max() : nil
    }
}
