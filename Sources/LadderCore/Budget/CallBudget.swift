/// The amount that a call may still spend, and the account that pays.
///
/// Every call has one. Without a budget layer it only counts; with one, the layer backs it by an account, and the model
/// call reserves from that account before every attempt.
public struct CallBudget: Sendable {
    /// A limit on what the attempts of a call may spend.
    public enum Allowance: Hashable, Sendable {
        /// The call may spend whatever the account allows.
        case full
        /// All attempts together may spend no more than this.
        case upTo(TokenSpend)
        /// The call may ask no model until then; cached and written answers are free.
        case freeOnly(until: WallTime?)
    }

    /// The limit for all attempts of the call together.
    public var allowance: Allowance
    /// The account from which every attempt is reserved. Nil means that the budget only counts.
    public var account: (any BudgetAccount)?
    /// The length that is assumed for an answer, in tokens, where the request sets no maximum.
    public var assumedResponseTokens: Int

    /// Creates a budget; without an account it only counts.
    public init(
        allowance: Allowance = .full, account: (any BudgetAccount)? = nil, assumedResponseTokens: Int = 4_096
    ) {
        self.allowance = allowance
        self.account = account
        self.assumedResponseTokens = assumedResponseTokens
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
