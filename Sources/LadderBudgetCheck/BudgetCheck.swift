public import LadderCore

/// A layer that keeps calls within budgets of tokens, money and requests.
public struct BudgetCheck: Middleware {
    /// Creates a layer.
    public init() {}

    /// Passes the request on.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context)
    }

    /// The role and the name.
    public var layerDescription: LayerDescription { LayerDescription(role: .budgetCheck, name: "BudgetCheck") }
}
