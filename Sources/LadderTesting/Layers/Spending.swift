public import LadderCore

/// A layer that backs the budget of every call by an account, for tests that need no other rule.
public struct Spending: Middleware {
    private let account: any BudgetAccount

    /// Creates a layer whose calls spend from `account`.
    public init(_ account: any BudgetAccount) {
        self.account = account
    }

    /// Passes the request on with the account in its budget.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        context.budget.account = account
        return try await next(request, context)
    }
}
