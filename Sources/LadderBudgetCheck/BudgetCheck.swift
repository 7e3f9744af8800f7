public import LadderCore

/// A layer that keeps calls within budgets of tokens, money and requests, and counts what they use.
///
/// Put it outside the caches, so that cached answers are still served when a budget is used up:
///
/// ```swift
/// let budget = BudgetCheck(
///     BudgetLimit(.tokens(100_000), each: .user, per: .day).allowing(.tokens(50_000), for: [.user: "bob"]),
///     BudgetLimit(.money(.dollars(20)), each: .tenant, per: .day)
/// )
/// let pipeline = try Pipeline(model: model) { budget }
/// let scope = CallScope(tenant: "acme", user: "alice")
/// let answer = try await pipeline.respond(to: "Hello", options: CallOptions(scope: scope))
/// print(answer.content, try await budget.status(for: scope), budget.report())
/// ```
///
/// The layer looks at the ledger when a call begins. Each attempt is then held at its worst case in all limits at once,
/// or not made, and charged by what was received, whether or not its caller is still waiting.
///
/// What it guarantees:
/// - Under any concurrency, what is spent and held together does not pass a limit. Only an attempt that uses more than
///   was held for it can, by the difference, which ``statistics(on:)`` counts.
/// - Failed, cut and dropped attempts are charged with what they used. Cached and written answers cost nothing.
/// - An attempt without an end gives its hold back: when its reservation is released, else when the hold expires.
/// - It never loosens a budget that another layer outside has set.
///
/// Without limits it only counts, for ``report(on:)``.
public struct BudgetCheck: Middleware {
    /// The limits, and what happens when one is reached.
    public var policy: BudgetPolicy { core.policy }
    /// The ledger that keeps the accounts.
    public var ledger: any BudgetLedger { core.access.ledger }
    let core: BudgetCore

    /// Creates a layer with a policy and a ledger. The default ledger is in memory and belongs to this layer alone.
    public init(_ policy: BudgetPolicy, ledger: any BudgetLedger = InMemoryLedger()) {
        core = BudgetCore(policy, ledger: ledger)
    }

    /// Creates a layer with these limits and the standard policy; without limits it only counts.
    public init(_ limits: BudgetLimit..., ledger: any BudgetLedger = InMemoryLedger()) {
        self.init(BudgetPolicy(limits: limits), ledger: ledger)
    }

    /// Looks at the ledger, backs the budget of the call by it, and passes the request on.
    ///
    /// - Throws: `budgetExhausted` where a limit is used up and the policy refuses such calls, else what the rest of the
    ///   pipeline throws.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let runtime = context.runtime
        let day = SpendReport.day(of: runtime.wallNow)
        let amounts = core.change(on: runtime) { state in
            state.report.addCall(in: context.scope, model: request.model, on: day)
            return state.amounts
        }
        // A budget layer outside has forbidden every attempt already.
        if case .freeOnly = context.budget.allowance { return try await next(request, context) }

        var context = context
        let accounts = core.accounts(of: context.scope, model: request.model, amounts: amounts, on: runtime)
        if !accounts.isEmpty {
            try await BudgetInspection(core: core, accounts: accounts, request: request).apply(to: &context)
        }
        let isOutermost = context.budget.account == nil
        context.budget.account = CallAccount(core, of: context, amounts: amounts)
        context.budget.assumedResponseTokens = max(
            policy.assumedResponseTokens, isOutermost ? 0 : context.budget.assumedResponseTokens)
        return try await next(request, context)
    }

    /// What is wrong with the policy, one sentence for each mistake.
    public var configurationProblems: [String] { policy.problems }

    /// Carries out the settlements that wait for a ledger on another machine. What it refuses three times is given up.
    public func shutdown() async {
        await core.change(on: nil) { $0.settlements }.drain()
    }
}
