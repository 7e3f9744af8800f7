public import LadderCore

/// A ledger in memory, for budgets of a single process.
///
/// ```swift
/// let ledger = InMemoryLedger()
/// let alice = LedgerLimit(account: "user alice, tokens", maximum: 100_000, window: .rolling(.seconds(86_400)))
/// let reservation = LedgerReservation(
///     id: "1", entries: [.init(limit: alice, amount: 500)], expiresAfter: .seconds(60))
/// _ = try await ledger.reserve(reservation, in: StoreContext())
/// try await ledger.settle(
///     LedgerSettlement(id: "1", entries: [.init(limit: alice, amount: 480)]), in: StoreContext())
/// print(try await ledger.status(of: [alice], in: StoreContext())[0].remaining)  // 99520
/// ```
///
/// - Rolling windows follow the monotonic clock of the runtime, in steps of a sixtieth of their length, which is one
///   second at least. What a call uses is charged when it is settled. Fixed windows follow the calendar. A hold in a
///   fixed window belongs to it: settled after the end, it charges nothing in the next one. A window that begins before
///   the account's own does not replace it, so a calendar that is set back does not empty an account.
/// - A limit whose window gets another kind, or another rolling length, has an account of its own for it.
/// - Negative amounts and maxima count as 0, sums saturate, and amounts on the same account within a reservation add up.
/// - It is bounded. Accounts whose window is over, and empty ones, make room for others; an account with amounts in its
///   window is never forgotten. When the table is full of those, a reservation that needs another account fails with
///   `StoreError.Kind.full`, and so do one more open hold and a late settlement that needs an account. An account
///   without a window (`LedgerWindow.unlimited`) stays as long as it has spent anything.
/// - Only the ids that were settled last are remembered. A settlement that is repeated later is charged again.
/// - A rehearsal in virtual time has books of its own: it neither spends nor sees what production has spent. The maxima
///   that were set are part of the books.
///
/// Reserving and settling take a microsecond or two together. All of it is lost when the process ends.
public final class InMemoryLedger: BudgetLedger {
    private let books: PerRuntime<LedgerBook>

    /// Creates an empty ledger. Numbers out of range are replaced by the nearest one in it.
    ///
    /// - Parameters:
    ///   - maximumAccounts: The largest number of accounts, 1…10,000,000.
    ///   - maximumHolds: The largest number of open holds, 1…10,000,000.
    ///   - rememberedSettlements: The number of settled ids that are remembered, 1…10,000,000.
    public init(
        maximumAccounts: Int = 100_000, maximumHolds: Int = 100_000, rememberedSettlements: Int = 10_000
    ) {
        let range = 1...10_000_000
        books = PerRuntime {
            LedgerBook(
                maximumAccounts: maximumAccounts.clamped(to: range), maximumHolds: maximumHolds.clamped(to: range),
                rememberedSettlements: rememberedSettlements.clamped(to: range))
        }
    }

    /// What the ledger holds, and what it has done so far, in the books of the runtime that used it last.
    public var statistics: LedgerStatistics {
        withBook(on: nil) { $0.statistics(at: $1) }
    }

    // MARK: BudgetLedger

    /// `true`, because all is in memory.
    public var answersAtOnce: Bool { true }

    /// Holds every amount of a reservation, or none of them.
    public func reserve(_ reservation: LedgerReservation, in context: StoreContext) async throws -> LedgerDecision {
        try withBook(on: context.runtime) { $0.reserve(reservation, at: $1) }.get()
    }

    /// Ends the hold of a reservation and charges what was used.
    @discardableResult
    public func settle(
        _ settlement: LedgerSettlement, in context: StoreContext
    ) async throws -> LedgerSettlementResult {
        try withBook(on: context.runtime) { $0.settle(settlement, at: $1) }.get()
    }

    /// Ends the hold of a reservation and charges what was used, without waiting.
    public func settleAtOnce(
        _ settlement: LedgerSettlement, in context: StoreContext
    ) throws -> LedgerSettlementResult? {
        try withBook(on: context.runtime) { $0.settle(settlement, at: $1) }.get()
    }

    /// Returns the state of accounts, in the order of `limits`.
    public func status(of limits: [LedgerLimit], in context: StoreContext) async throws -> [LedgerStatus] {
        withBook(on: context.runtime) { $0.status(of: limits, at: $1) }
    }

    /// Sets a maximum for an account that counts instead of the one in its limit; nil removes it.
    public func setMaximum(_ maximum: Int64?, ofAccount account: String, in context: StoreContext) async throws {
        try withBook(on: context.runtime) { book, _ in book.setMaximum(maximum, ofAccount: account) }.get()
    }

    /// Returns the state of one account, without waiting.
    package func status(of limit: LedgerLimit, on runtime: Runtime?) -> LedgerStatus {
        withBook(on: runtime) { $0.status(of: [limit], at: $1)[0] }
    }

    func withBook<Value: Sendable>(
        on runtime: Runtime?, _ body: (inout LedgerBook, LedgerTime) -> Value
    ) -> Value {
        let runtime = runtime ?? books.latest ?? .live
        let time = LedgerTime(now: runtime.now, wallNow: runtime.wallNow)
        return books.withLock(on: runtime) { body(&$0, time) }
    }
}

extension Int {
    func clamped(to range: ClosedRange<Int>) -> Int { Swift.min(Swift.max(self, range.lowerBound), range.upperBound) }
}
