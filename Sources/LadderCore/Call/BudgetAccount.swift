/// The account behind a call's budget.
///
/// The model call reserves each attempt at its worst plausible price and settles it by what was received, whether or
/// not its caller is still waiting. What is spent and reserved together must never exceed the account's hard limit,
/// under any concurrency.
public protocol BudgetAccount: AnyObject, Sendable {
    /// Reserves `estimate` for one attempt of a call.
    ///
    /// - Throws: `ChatError` of kind `budgetExhausted` when the limit does not allow it.
    func reserve(_ estimate: TokenSpend, scope: CallScope, target: String) async throws -> BudgetReservation
}

/// An amount reserved for one attempt. The attempt settles it exactly once.
public struct BudgetReservation: Sendable {
    /// Releases the reservation and books what was really used. Returns at once: slow ledgers queue.
    public let settle: @Sendable (_ used: TokenSpend) -> Void

    /// Creates a reservation that is settled by a closure.
    public init(settle: @escaping @Sendable (_ used: TokenSpend) -> Void) {
        self.settle = settle
    }
}

/// Tokens and money, spent or to be spent.
public struct TokenSpend: Hashable, Sendable {
    /// The number of tokens, input and output together. Nil means unknown, or unlimited.
    public var tokens: Int?
    /// The amount of money. Nil means unknown, or unlimited.
    public var money: Money?

    /// Creates a spend of tokens, money or both.
    public init(tokens: Int? = nil, money: Money? = nil) {
        self.tokens = tokens
        self.money = money
    }
}
