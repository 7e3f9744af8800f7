public import LadderCore

extension BudgetCheck {
    // MARK: Reading

    /// Returns the state of every limit that applies to a scope, in the order of the policy.
    ///
    /// - Parameters:
    ///   - scope: The tenant, user and feature to look up.
    ///   - model: The model to look up; without one, limits that depend on the model are left out.
    ///   - runtime: The runtime whose accounts are read; nil means the runtime used last.
    /// - Throws: `StoreError` when the ledger cannot be reached in time.
    public func status(
        for scope: CallScope, model: String? = nil, on runtime: Runtime? = nil
    ) async throws -> [BudgetStatus] {
        let runtime = runtime ?? core.latestRuntime
        let amounts = core.change(on: runtime) { $0.amounts }
        let accounts = core.accounts(of: scope, model: model, amounts: amounts, on: runtime)
        let states = try await core.status(of: accounts, on: runtime)
        return zip(accounts, states).map { BudgetStatus($1, of: $0.limit) }
    }

    /// Returns what calls have used so far: by day and by tenant, user, feature, model and tag.
    public func report(on runtime: Runtime? = nil) -> SpendReport {
        core.change(on: runtime) { $0.report }
    }

    /// Returns the counts of what the layer has decided since it was created.
    public func statistics(on runtime: Runtime? = nil) -> BudgetStatistics {
        let (counted, queue) = core.change(on: runtime) { ($0.statistics, $0.settlements) }
        var statistics = counted
        let counts = queue.counts
        statistics.waitingSettlements = counts.waiting
        statistics.droppedSettlements += counts.dropped
        statistics.ledgerFailures += counts.failures
        return statistics
    }

    // MARK: By hand

    /// Sets another amount for one account of a limit, such as `[.user: "bob"]`. What was spent is kept.
    ///
    /// The amount is stored in the ledger, so it holds for all processes that share it.
    ///
    /// - Parameters:
    ///   - amount: The new amount, in the unit of the limit; nil means the amount of the policy again.
    ///   - name: The name of the limit.
    ///   - values: A value for each property that the limit counts apart.
    ///   - runtime: The runtime whose accounts are changed; nil means the runtime used last.
    /// - Throws: `ConfigurationError` where the policy has no such limit or the amount or the values do not fit it, and
    ///   `StoreError` when the ledger cannot be reached in time.
    public func setLimit(
        _ amount: BudgetAmount?, of name: String, for values: [BudgetDimension: String], on runtime: Runtime? = nil
    ) async throws {
        let limit = try limit(named: name, for: amount)
        guard let account = limit.account(for: values) else {
            let wanted = limit.dimensions.map(\.description).joined(separator: ", ")
            throw ConfigurationError(problems: ["\"\(name)\" needs a value for each of: \(wanted)"])
        }
        let runtime = runtime ?? core.latestRuntime
        try await core.access.run(on: runtime) { ledger, context in
            try await ledger.setMaximum(amount?.ledgerAmount, ofAccount: account, in: context)
        }
    }

    /// Sets another amount for all accounts of a limit that have no amount of their own. What was spent is kept.
    ///
    /// The amount holds for this layer in this process, until it is set again.
    ///
    /// - Parameters:
    ///   - amount: The new amount, in the unit of the limit; nil means the amount of the policy again.
    ///   - name: The name of the limit.
    ///   - runtime: The runtime whose calls are concerned; nil means the runtime used last.
    /// - Throws: `ConfigurationError` where the policy has no such limit, or the amount does not fit it.
    public func setLimit(_ amount: BudgetAmount?, of name: String, on runtime: Runtime? = nil) throws {
        _ = try limit(named: name, for: amount)
        core.change(on: runtime) { $0.amounts[name] = amount }
    }

    private func limit(named name: String, for amount: BudgetAmount?) throws -> BudgetLimit {
        guard let limit = policy.limits.first(where: { $0.name == name }) else {
            throw ConfigurationError(problems: ["BudgetCheck has no limit named \"\(name)\""])
        }
        if let amount, amount.unit != limit.amount.unit || amount.ledgerAmount < 0 {
            throw ConfigurationError(problems: ["\"\(name)\" cannot be set to \(amount)"])
        }
        return limit
    }
}
