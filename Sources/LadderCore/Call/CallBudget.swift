/// What a call may still spend.
///
/// It is always there. Without a budget it only counts; with one, a `BudgetCheck` puts an account behind it, and the
/// model call reserves from that account before every attempt.
public struct CallBudget: Sendable {
    /// How much may be spent.
    public enum Allowance: Hashable, Sendable {
        /// Whatever the account allows.
        case full
        /// No more than this, all attempts together.
        case upTo(TokenSpend)
        /// Nothing: cached and written answers only, until then.
        case freeOnly(until: WallTime?)
    }

    /// How much may be spent.
    public var allowance: Allowance
    /// Who is asked before each attempt.
    public var account: (any BudgetAccount)?

    /// A budget; without an account it only counts.
    public init(allowance: Allowance = .full, account: (any BudgetAccount)? = nil) {
        self.allowance = allowance
        self.account = account
    }
}

/// Tokens and money, spent or to be spent.
public struct TokenSpend: Hashable, Sendable {
    /// Tokens, input and output together. Nil means unknown, or unlimited.
    public var tokens: Int?
    /// Money. Nil means unknown, or unlimited.
    public var money: Money?

    /// A spend of tokens, money or both.
    public init(tokens: Int? = nil, money: Money? = nil) {
        self.tokens = tokens
        self.money = money
    }
}

/// The ledger behind a budget.
///
/// The model call reserves each attempt at its worst plausible price and settles it by what was received, whether or not
/// its caller is still there. `spent + held` must never exceed the account's hard limit, under any concurrency.
public protocol BudgetAccount: AnyObject, Sendable {
    /// Sets `estimate` aside, or throws `ChatError(.budgetExhausted(resets:))`.
    func reserve(_ estimate: TokenSpend, scope: CallScope, target: String) async throws -> BudgetReservation
}

/// Something set aside for one attempt. It is settled exactly once, by the attempt itself.
public struct BudgetReservation: Sendable {
    /// Gives the hold back and books what was really used. Returns at once: slow ledgers queue.
    public let settle: @Sendable (_ used: TokenSpend) -> Void

    /// A hold that is settled by `settle`.
    public init(settle: @escaping @Sendable (_ used: TokenSpend) -> Void) {
        self.settle = settle
    }
}
