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
        var repeatedSettlements = 0
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
    public func reserve(_ estimate: TokenSpend, scope: CallScope, target: String) async throws -> BudgetReservation {
        try await delay()
        let isReserved = state.withLock {
            $0.balance.reserve(estimate, tokenLimit: tokenLimit, moneyLimit: moneyLimit)
        }
        guard isReserved else { throw ChatError(.budgetExhausted(resets: nil)) }
        let reservation = OpenReservation()
        return BudgetReservation { used in
            let isFirst = reservation.settle()
            self.state.withLock { state in
                if isFirst {
                    state.balance.settle(estimate, used: used)
                } else {
                    state.repeatedSettlements += 1
                }
            }
        }
    }

    /// The amounts spent and reserved at present, with the highest sums so far.
    public var balance: LedgerBalance { state.withLock { $0.balance } }

    /// The number of settlements of a reservation that was settled before.
    public var repeatedSettlements: Int { state.withLock { $0.repeatedSettlements } }
}

private final class OpenReservation: Sendable {
    private let isOpen = Locked(true)

    /// Returns whether this is the first settlement.
    func settle() -> Bool {
        isOpen.withLock { isOpen in
            defer { isOpen = false }
            return isOpen
        }
    }
}
