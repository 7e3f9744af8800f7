import LadderCore
import LadderTesting
import Testing

@testable import LadderSQLite

@Suite struct SQLiteLedgerTests {
    @Test func `it keeps the contract of a ledger`() async throws {
        // Each ledger has a clock of its own, because windows of the calendar begin at the present time.
        let clock = Locked(WallClock(isStopped: true))
        let library = try SQLiteLibrary.shared.get()
        let unchecked = try await checkLedger(advancing: { duration in clock.withLock { $0.advance(by: duration) } }) {
            let own = WallClock(isStopped: true)
            clock.withLock { $0 = own }
            return try SQLiteLedger(path: SQLiteStoreTests.freshPath(), library: library, clock: own)
        }
        #expect(unchecked == [])
    }

    @Test func `what was spent survives a restart`() async throws {
        let path = try SQLiteStoreTests.freshPath()
        let limit = LedgerLimit(account: "a", maximum: 100, window: .unlimited)
        let first = try SQLiteLedger(path: path)
        _ = try await first.reserve(
            LedgerReservation(id: "1", entries: [.init(limit: limit, amount: 60)], expiresAfter: .seconds(60)),
            in: StoreContext())
        try await first.settle(
            LedgerSettlement(id: "1", entries: [.init(limit: limit, amount: 55)]), in: StoreContext())
        await first.close()
        let second = try SQLiteLedger(path: path)
        #expect(try await second.status(of: [limit], in: StoreContext()) == [LedgerStatus(maximum: 100, spent: 55)])
    }
}
