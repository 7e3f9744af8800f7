public import LadderCore

/// A ledger in memory with a hard limit, for tests: what is spent and what is held may never be more together.
///
/// ```swift
/// let account = LedgerAccount(tokens: 10_000)
/// let pipeline = try Pipeline(model: model) { Spending(account) }
/// ```
///
/// It books every settlement and remembers the most it ever had spent and held at once. An estimate whose price is not
/// known is refused where money is limited.
public final class LedgerAccount: BudgetAccount {
    private struct State {
        var balance = LedgerBalance()
        var settledTwice = 0
    }

    /// The most tokens that may be spent and held. Nil means no limit.
    public let tokenLimit: Int?
    /// The most money that may be spent and held. Nil means no limit.
    public let moneyLimit: Money?
    private let delay: @Sendable () async throws -> Void
    private let state = Locked(State())

    /// An account. `delay` is waited for before every reservation, as for a ledger far away.
    public init(
        tokens: Int? = nil, money: Money? = nil, delay: @escaping @Sendable () async throws -> Void = {}
    ) {
        tokenLimit = tokens
        moneyLimit = money
        self.delay = delay
    }

    /// Sets `estimate` aside, or throws `budgetExhausted`.
    public func reserve(_ estimate: TokenSpend, scope: CallScope, target: String) async throws -> BudgetReservation {
        try await delay()
        let limits = (tokenLimit, moneyLimit)
        let isTaken = state.withLock { $0.balance.hold(estimate, tokenLimit: limits.0, moneyLimit: limits.1) }
        guard isTaken else { throw ChatError(.budgetExhausted(resets: nil)) }
        let isOpen = Locked(true)
        let hold = Hold(isOpen, estimate, self)
        return BudgetReservation { used in hold.settle(used) }
    }

    /// What is spent and held now, and the most there ever was.
    public var balance: LedgerBalance { state.withLock { $0.balance } }

    /// How often a hold was settled that had been settled before.
    public var settledTwice: Int { state.withLock { $0.settledTwice } }

    private final class Hold: Sendable {
        private let isOpen: Locked<Bool>
        private let estimate: TokenSpend
        private let account: LedgerAccount

        init(_ isOpen: consuming Locked<Bool>, _ estimate: TokenSpend, _ account: LedgerAccount) {
            self.isOpen = isOpen
            self.estimate = estimate
            self.account = account
        }

        func settle(_ used: TokenSpend) {
            let isFirst = isOpen.withLock { isOpen in
                defer { isOpen = false }
                return isOpen
            }
            let estimate = estimate
            account.state.withLock { state in
                if isFirst {
                    state.balance.settle(estimate, used)
                } else {
                    state.settledTwice += 1
                }
            }
        }
    }
}
