/// The account behind a call's budget.
///
/// The model call reserves each attempt at its worst plausible price and settles it by what was received, whether or
/// not its caller is still waiting. What is spent and reserved together must never exceed the account's hard limit,
/// under any concurrency.
public protocol BudgetAccount: AnyObject, Sendable {
    /// Reserves the worst case of one attempt.
    ///
    /// - Throws: `ChatError` of kind `budgetExhausted` when the limit does not allow it.
    func reserve(_ estimate: AttemptEstimate) async throws -> BudgetReservation
}
