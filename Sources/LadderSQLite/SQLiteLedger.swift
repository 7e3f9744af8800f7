public import LadderCore

/// A ledger on the system's SQLite: budgets that survive a restart and that the processes of one machine share.
///
/// ```swift
/// import LadderSQLite
///
/// let ledger = try SQLiteLedger(path: "/var/lib/app/budgets.sqlite3")
/// let budget = BudgetCheck(BudgetLimit(.money(.dollars(20)), each: .tenant, per: .day), ledger: ledger)
/// ```
///
/// Each operation is one transaction, written through to the disk: neither the end of a process nor a loss of power
/// loses what was spent. A process that ends leaves its holds behind until they expire.
public final class SQLiteLedger: BudgetLedger {
    private let worker: TableWorker<LedgerTable>
    private let clock: WallClock

    /// Opens the file, which is made where there is none.
    ///
    /// - Parameter path: The absolute path of the file. Its directory must exist. It is not the file of a store.
    /// - Throws: `StoreError` where SQLite is missing or the file cannot be used.
    public convenience init(path: String) throws(StoreError) {
        try self.init(path: path, library: SQLiteLibrary.shared.get())
    }

    init(path: String, library: SQLiteLibrary, clock: WallClock = WallClock()) throws(StoreError) {
        self.clock = clock
        guard path.hasPrefix("/") else {
            throw StoreError(.other, message: "the path of an SQLiteLedger must be absolute")
        }
        let file = try DiskFile(path: path).inRealDirectory()
        if file.isSymbolicLink {
            throw StoreError(.unavailable, message: "\(path) is a symbolic link, which a ledger does not follow")
        }
        worker = try TableWorker("ladder.sqlite.ledger") { () throws(StoreError) in
            _ = file.create()
            return try LedgerTable(library, path: file.path)
        }
    }

    deinit { worker.close() }

    /// Holds every amount of a reservation, or none of them.
    public func reserve(_ reservation: LedgerReservation, in context: StoreContext) async throws -> LedgerDecision {
        let now = clock.milliseconds(in: context)
        return try await worker.write(isDurable: true) { table throws(StoreError) in
            try table.reserve(reservation, at: now)
        }
    }

    /// Ends the hold of a reservation and charges what was used.
    @discardableResult
    public func settle(
        _ settlement: LedgerSettlement, in context: StoreContext
    ) async throws -> LedgerSettlementResult {
        let now = clock.milliseconds(in: context)
        return try await worker.write(isDurable: true) { table throws(StoreError) in
            try table.settle(settlement, at: now)
        }
    }

    /// Ends several holds in one transaction.
    @discardableResult
    public func settle(
        _ settlements: [LedgerSettlement], in context: StoreContext
    ) async throws -> [LedgerSettlementResult] {
        let now = clock.milliseconds(in: context)
        return try await worker.write(isDurable: true) { table throws(StoreError) in
            var results: [LedgerSettlementResult] = []
            for settlement in settlements { results.append(try table.settle(settlement, at: now)) }
            return results
        }
    }

    /// Returns the state of accounts, in the order of `limits`.
    public func status(of limits: [LedgerLimit], in context: StoreContext) async throws -> [LedgerStatus] {
        let now = clock.milliseconds(in: context)
        return try await worker.read { table throws(StoreError) in try table.status(of: limits, at: now) }
    }

    /// Sets a maximum for an account that counts instead of the one in its limit; nil removes it.
    public func setMaximum(_ maximum: Int64?, ofAccount account: String, in context: StoreContext) async throws {
        try await worker.write(isDurable: true) { table throws(StoreError) in
            try table.setMaximum(maximum, ofAccount: account)
        }
    }

    /// Waits for the operations that are under way. Later ones throw `closed`.
    public func close() async {
        try? await worker.write { _ throws(StoreError) in }
        worker.close()
        worker.closeTables(refusingWith: StoreError(.closed, message: "the ledger is closed"))
    }
}
