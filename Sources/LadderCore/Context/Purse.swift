/// What a call may still spend.
///
/// It is always there. Without a budget it only counts; with one, a `BudgetCheck` puts an account behind it, and the
/// model call reserves from that account before every attempt.
public struct Purse: Sendable {
    /// How much may be spent.
    public enum Allowance: Hashable, Sendable {
        /// Whatever the account allows.
        case full
        /// No more than this, all attempts together.
        case upTo(Spend)
        /// Nothing: cached and written answers only, until then.
        case freeOnly(until: WallTime?)
    }

    /// How much may be spent.
    public var allowance: Allowance
    /// Who is asked before each attempt.
    public var account: (any PurseAccount)?

    /// A purse; without an account it only counts.
    public init(allowance: Allowance = .full, account: (any PurseAccount)? = nil) {
        self.allowance = allowance
        self.account = account
    }
}

/// Tokens and money, spent or to be spent.
public struct Spend: Hashable, Sendable {
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

/// The ledger behind a purse.
///
/// The model call reserves each attempt at its worst plausible price and settles it by what was received, whether or not
/// its caller is still there. `spent + held` must never exceed the account's hard limit, under any concurrency.
public protocol PurseAccount: AnyObject, Sendable {
    /// Sets `estimate` aside, or throws `ChatError(.budgetExhausted(resets:))`.
    func reserve(_ estimate: Spend, scope: CallScope, target: String) async throws -> PurseHold
}

/// Something set aside for one attempt. It is settled exactly once, by the attempt itself.
public struct PurseHold: Sendable {
    /// Gives the hold back and books what was really used. Returns at once: slow ledgers queue.
    public let settle: @Sendable (_ used: Spend) -> Void

    /// A hold that is settled by `settle`.
    public init(settle: @escaping @Sendable (_ used: Spend) -> Void) {
        self.settle = settle
    }
}
