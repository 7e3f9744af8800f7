public import LadderCore

/// A budget account in memory with a hard limit, for tests.
///
/// ```swift
/// let account = LedgerAccount(tokens: 10_000)
/// let pipeline = try Pipeline(model: model) { Spending(account) }
/// ```
///
/// It books every settlement and keeps the highest sum of spent and reserved amounts. An estimate whose price is not known
/// is refused where money is limited.
public final class LedgerAccount: BudgetAccount {
    private struct State {
        var balance = LedgerBalance()
        var lostReservations = 0
    }

    /// The most tokens that may be spent and reserved together. Nil means no limit.
    public let tokenLimit: Int?
    /// The most money that may be spent and reserved together. Nil means no limit.
    public let moneyLimit: Money?
    private let delay: @Sendable () async throws -> Void
    private let state = Locked(State())

    /// Creates an account with limits.
    ///
    /// - Parameters:
    ///   - tokens: The most tokens that may be spent and reserved together.
    ///   - money: The most money that may be spent and reserved together.
    ///   - delay: Runs before each reservation, to simulate a ledger on another machine.
    public init(
        tokens: Int? = nil, money: Money? = nil, delay: @escaping @Sendable () async throws -> Void = {}
    ) {
        tokenLimit = tokens
        moneyLimit = money
        self.delay = delay
    }

    /// Reserves `estimate`, or throws `budgetExhausted` where it does not fit within the limits.
    public func reserve(_ estimate: AttemptEstimate) async throws -> BudgetReservation {
        try await delay()
        let estimate = estimate.worst
        let isReserved = state.withLock {
            $0.balance.reserve(estimate, tokenLimit: tokenLimit, moneyLimit: moneyLimit)
        }
        guard isReserved else { throw ChatError(.budgetExhausted(resets: nil)) }
        return BudgetReservation { used in
            self.state.withLock { state in
                state.balance.settle(estimate, used: used?.spend ?? TokenSpend())
                if used == nil { state.lostReservations += 1 }
            }
        }
    }

    /// The amounts spent and reserved at present, with the highest sums so far.
    public var balance: LedgerBalance { state.withLock { $0.balance } }

    /// The number of reservations that were released without having been settled.
    public var lostReservations: Int { state.withLock { $0.lostReservations } }
}
