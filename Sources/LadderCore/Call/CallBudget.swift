/// What a call may still spend.
///
/// Every call has one. Without a budget layer it only counts; with one, the layer backs it by an account, and the model
/// call reserves from that account before every attempt.
public struct CallBudget: Sendable {
    /// How much may be spent.
    public enum Allowance: Hashable, Sendable {
        /// Whatever the account allows.
        case full
        /// No more than this, all attempts together.
        case upTo(TokenSpend)
        /// Nothing until then: only cached and written answers.
        case freeOnly(until: WallTime?)
    }

    /// How much may be spent.
    public var allowance: Allowance
    /// The account from which every attempt is reserved. Nil means that the budget only counts.
    public var account: (any BudgetAccount)?

    /// Creates a budget; without an account it only counts.
    public init(allowance: Allowance = .full, account: (any BudgetAccount)? = nil) {
        self.allowance = allowance
        self.account = account
    }
}

extension CallBudget {
    /// The kind of error with which another attempt is refused; nil when the budget allows it.
    func refusal(after spent: TokenSpend) -> ChatError.Kind? {
        switch allowance {
        case .full: return nil
        case .freeOnly(let until): return .budgetExhausted(resets: until)
        case .upTo(let limit):
            if let tokens = limit.tokens, (spent.tokens ?? .max) >= tokens { return .budgetExhausted(resets: nil) }
            if let money = limit.money, spent.money.map({ $0 >= money }) ?? true {
                return .budgetExhausted(resets: nil)
            }
            return nil
        }
    }
}
