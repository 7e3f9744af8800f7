/// A type that keeps the books of budgets: how much every account has spent, and how much is held by open attempts.
///
/// Conform a type to it to keep budgets in a database that several processes share. `InMemoryLedger` of
/// LadderBudgetCheck is one for a single process. The ledger knows accounts by name and amounts as whole numbers; what
/// an account stands for, and its unit, is decided by the layer that uses it.
///
/// A ledger guarantees:
/// - Of all limits of a reservation, either every amount is held or none, under any concurrency. For each account,
///   spent and held together never pass the maximum by a reservation.
/// - A hold that is not settled expires. Expired holds do not count.
/// - An operation with an id that the ledger has seen already has no second effect, so it may be repeated after an
///   answer was lost.
/// - What is settled is charged in full, also when it is more than was held or the hold has expired. Only by that may
///   an account be over its maximum.
/// - Changing a maximum keeps what was spent.
///
/// Check yours with `checkLedger` of LadderTesting.
public protocol BudgetLedger: Sendable {
    /// Whether no operation ever waits, so that a layer may call the ledger without a task and a limit of time around
    /// it.
    ///
    /// The default is `false`. A ledger in memory returns `true`.
    var answersAtOnce: Bool { get }

    /// Holds every amount of a reservation, or none of them.
    ///
    /// - Throws: `StoreError` when the ledger cannot say whether the amounts fit. `mayHaveHappened` then means that the
    ///   amounts may be held until they expire.
    func reserve(_ reservation: LedgerReservation, in context: StoreContext) async throws -> LedgerDecision

    /// Ends the hold of a reservation and charges what was used, or nothing where the attempt used nothing.
    ///
    /// - Throws: `StoreError`. The caller may repeat the settlement.
    @discardableResult
    func settle(_ settlement: LedgerSettlement, in context: StoreContext) async throws -> LedgerSettlementResult

    /// Ends the hold of a reservation without waiting, in a ledger that can.
    ///
    /// A layer that gets nil settles in the background. The default returns nil.
    ///
    /// - Throws: `StoreError`. The settlement is then given up.
    func settleAtOnce(
        _ settlement: LedgerSettlement, in context: StoreContext
    ) throws -> LedgerSettlementResult?

    /// Ends several holds. The default settles them one after the other.
    ///
    /// - Returns: The results, in the order of the settlements.
    @discardableResult
    func settle(_ settlements: [LedgerSettlement], in context: StoreContext) async throws -> [LedgerSettlementResult]

    /// Returns the state of accounts, in the order of `limits`. An account that was never used has spent nothing.
    func status(of limits: [LedgerLimit], in context: StoreContext) async throws -> [LedgerStatus]

    /// Sets a maximum for an account that counts instead of the one in its limit; nil removes it.
    func setMaximum(_ maximum: Int64?, ofAccount account: String, in context: StoreContext) async throws
}

extension BudgetLedger {
    /// `false`, for a ledger that may wait for a disk or a network.
    public var answersAtOnce: Bool { false }

    /// Returns nil, for a ledger that settles only by waiting.
    public func settleAtOnce(
        _ settlement: LedgerSettlement, in context: StoreContext
    ) throws -> LedgerSettlementResult? { nil }

    /// Settles one after the other.
    @discardableResult
    public func settle(
        _ settlements: [LedgerSettlement], in context: StoreContext
    ) async throws -> [LedgerSettlementResult] {
        var results: [LedgerSettlementResult] = []
        for settlement in settlements { results.append(try await settle(settlement, in: context)) }
        return results
    }
}
