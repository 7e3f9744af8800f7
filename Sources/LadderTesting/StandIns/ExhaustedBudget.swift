public import LadderCore

/// A stand-in for a budget check whose budget is used up.
///
/// ```swift
/// let pipeline = try Pipeline(model: model) { BudgetCheck() }
/// let broke = try pipeline.replacing(BudgetCheck.self, with: ExhaustedBudget())
/// ```
public struct ExhaustedBudget: Middleware {
    private let refuses: Bool
    private let resets: WallTime?

    /// Creates a stand-in.
    ///
    /// - Parameters:
    ///   - refuses: Whether calls are refused at once. By default caches and written answers still serve them.
    ///   - resets: The time at which the budget is available again.
    public init(refuses: Bool = false, resets: WallTime? = nil) {
        self.refuses = refuses
        self.resets = resets
    }

    /// Passes the request on with a budget that pays for no model, or throws `budgetExhausted`.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        context.note(.refused, by: "ExhaustedBudget", reason: "the budget is used up")
        if refuses { throw ChatError(.budgetExhausted(resets: resets)) }
        var context = context
        context.budget.allowance = .freeOnly(until: resets)
        return try await next(request, context)
    }

    /// The role of a budget check.
    public var layerDescription: LayerDescription { LayerDescription(role: .budgetCheck, name: "ExhaustedBudget") }
}
