public import LadderCore

/// Puts an account in the budget of every call: a budget without rules, for tests.
public struct Spending: Middleware {
    private let account: any BudgetAccount

    /// A layer whose calls spend from `account`.
    public init(_ account: any BudgetAccount) {
        self.account = account
    }

    /// Asks on, with the account in the budget.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        context.budget.account = account
        return try await next(request, context)
    }
}
