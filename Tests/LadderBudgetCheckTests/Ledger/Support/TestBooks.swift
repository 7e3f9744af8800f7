import LadderCore

@testable import LadderBudgetCheck

/// The books of a ledger, with clocks that the test moves.
final class TestBooks {
    var book: LedgerBook
    var time = LedgerTime(now: .origin + .milliseconds(1_234), wallNow: WallTime(secondsSince1970: 1_767_225_600))

    init(maximumAccounts: Int = 1_000, maximumHolds: Int = 1_000, rememberedSettlements: Int = 1_000) {
        book = LedgerBook(
            maximumAccounts: maximumAccounts, maximumHolds: maximumHolds,
            rememberedSettlements: rememberedSettlements)
    }

    func advance(by duration: Duration) {
        time.now = time.now + duration
        time.wallNow = time.wallNow + duration
    }

    func reserve(
        _ id: String, holding entries: [LedgerReservation.Entry], expiresAfter: Duration = .seconds(600)
    ) -> Result<LedgerDecision, StoreError> {
        book.reserve(LedgerReservation(id: id, entries: entries, expiresAfter: expiresAfter), at: time)
    }

    /// Returns whether an amount is held on one account.
    func holds(
        _ id: String, amount: Int64, on limit: LedgerLimit, expiresAfter: Duration = .seconds(600)
    ) -> Bool {
        if case .success(.held) = reserve(id, holding: [limit.entry(amount)], expiresAfter: expiresAfter) {
            return true
        }
        return false
    }

    @discardableResult
    func settle(_ id: String, charging entries: [LedgerReservation.Entry] = []) -> LedgerSettlementResult? {
        try? book.settle(LedgerSettlement(id: id, entries: entries), at: time).get()
    }

    /// Reserves and settles an amount. Returns whether it fitted.
    @discardableResult
    func spend(_ amount: Int64, on limit: LedgerLimit) -> Bool {
        let id = "spend \(time.now) \(statistics.rememberedSettlements) \(amount)"
        guard holds(id, amount: amount, on: limit) else { return false }
        return settle(id, charging: [limit.entry(amount)]) == .settled
    }

    func status(of limit: LedgerLimit) -> LedgerStatus {
        book.status(of: [limit], at: time)[0]
    }

    /// The sum of an account that is spent at present.
    func spent(on limit: LedgerLimit) -> Int64 { status(of: limit).spent }

    var statistics: LedgerStatistics { book.statistics(at: time) }

    /// Returns the same books at a later time; these ones stay as they are.
    func later(by duration: Duration) -> TestBooks {
        let later = TestBooks()
        (later.book, later.time) = (book, time)
        later.advance(by: duration)
        return later
    }
}

extension LedgerLimit {
    init(_ account: String, maximum: Int64, window: LedgerWindow = .unlimited) {
        self.init(account: account, maximum: maximum, window: window)
    }

    func entry(_ amount: Int64) -> LedgerReservation.Entry { LedgerReservation.Entry(limit: self, amount: amount) }
}
