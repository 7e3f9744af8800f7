public import LadderCore

/// Puts an account in the purse of every call: a budget without rules, for tests.
public struct Spending: Middleware {
    private let account: any PurseAccount

    /// A layer whose calls spend from `account`.
    public init(_ account: any PurseAccount) {
        self.account = account
    }

    /// Asks on, with the account in the purse.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        context.purse.account = account
        return try await next(request, context)
    }
}
