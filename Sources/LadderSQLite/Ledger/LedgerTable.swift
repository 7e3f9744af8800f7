import LadderCore

/// The tables of a ledger, used by one thread at a time. All amounts of an operation change in one transaction.
final class LedgerTable: DatabaseTables {
    let connection: SQLiteConnection

    /// "LadL", by which SQLite's file says whose it is.
    private static let application: Int64 = 0x4C61_644C
    /// The number of settled ids that are remembered.
    private static let rememberedSettlements: Int64 = 100_000

    private static let tables = """
        CREATE TABLE hold (id BLOB PRIMARY KEY, expires INTEGER NOT NULL);
        CREATE INDEX holdExpires ON hold (expires);
        CREATE TABLE part (id BLOB NOT NULL, account BLOB NOT NULL, window BLOB NOT NULL, amount INTEGER NOT NULL);
        CREATE INDEX partOfHold ON part (id);
        CREATE INDEX partOfAccount ON part (account, window);
        CREATE TABLE charge (
            account BLOB NOT NULL, window BLOB NOT NULL, step INTEGER NOT NULL, amount INTEGER NOT NULL,
            ends INTEGER NOT NULL, PRIMARY KEY (account, window, step));
        CREATE INDEX chargeEnds ON charge (ends);
        CREATE TABLE settlement (row INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB UNIQUE NOT NULL);
        CREATE TABLE maximum (account BLOB PRIMARY KEY, amount INTEGER NOT NULL);
        """

    init(_ library: SQLiteLibrary, path: String) throws(StoreError) {
        connection = try SQLiteConnection(library, path: path, access: .readWrite, busyMilliseconds: 2_000)
        try connection.prepareFile(application: Self.application, version: 1, tables: Self.tables)
    }

    func reserve(_ reservation: LedgerReservation, at now: Int64) throws(StoreError) -> LedgerDecision {
        try forgetExpired(at: now)
        let id = SQLiteValue.bytes(Array(reservation.id.utf8))
        if try connection.integer("SELECT 1 FROM settlement WHERE id = ?1", id) != nil { return .alreadySettled }
        let limits = reservation.entries.map(\.limit)
        if try connection.integer("SELECT 1 FROM hold WHERE id = ?1", id) != nil {
            return .held(try status(of: limits, at: now))
        }
        try connection.run(
            "INSERT INTO hold VALUES (?1, ?2)", id,
            .integer(now.saturatingAdding(max(1, reservation.expiresAfter.milliseconds))))
        for (index, entry) in reservation.entries.enumerated() {
            let amount = max(0, entry.amount)
            let state = try status(of: entry.limit, at: now)
            guard amount <= state.remaining else {
                try removeHold(id)
                return .refused(index: index, try status(of: entry.limit, roomFor: amount, at: now))
            }
            try connection.run(
                "INSERT INTO part VALUES (?1, ?2, ?3, ?4)", id, .bytes(Array(entry.limit.account.utf8)),
                .bytes(entry.limit.window.code), .integer(amount))
        }
        return .held(try status(of: limits, at: now))
    }

    func settle(_ settlement: LedgerSettlement, at now: Int64) throws(StoreError) -> LedgerSettlementResult {
        try forgetExpired(at: now)
        let id = SQLiteValue.bytes(Array(settlement.id.utf8))
        if try connection.integer("SELECT 1 FROM settlement WHERE id = ?1", id) != nil { return .repeated }
        let isHeld = try connection.integer("SELECT 1 FROM hold WHERE id = ?1", id) != nil
        try removeHold(id)
        for entry in settlement.entries where entry.amount > 0 {
            let step = entry.limit.window.step(at: now)
            try connection.run(
                """
                INSERT OR REPLACE INTO charge VALUES (?1, ?2, ?3, ?4 + coalesce(
                    (SELECT amount FROM charge WHERE account = ?1 AND window = ?2 AND step = ?3), 0), ?5)
                """,
                .bytes(Array(entry.limit.account.utf8)), .bytes(entry.limit.window.code), .integer(step.number),
                .integer(entry.amount), .integer(step.ends))
        }
        try connection.run("INSERT INTO settlement (id) VALUES (?1)", id)
        try connection.run(
            "DELETE FROM settlement WHERE row <= (SELECT max(row) FROM settlement) - ?1",
            .integer(Self.rememberedSettlements))
        return isHeld ? .settled : .settledLate
    }

    func status(of limits: [LedgerLimit], at now: Int64) throws(StoreError) -> [LedgerStatus] {
        var states: [LedgerStatus] = []
        for limit in limits { states.append(try status(of: limit, at: now)) }
        return states
    }

    func setMaximum(_ maximum: Int64?, ofAccount account: String) throws(StoreError) {
        let account = SQLiteValue.bytes(Array(account.utf8))
        if let maximum {
            try connection.run("INSERT OR REPLACE INTO maximum VALUES (?1, ?2)", account, .integer(max(0, maximum)))
        } else {
            try connection.run("DELETE FROM maximum WHERE account = ?1", account)
        }
    }

    /// Returns the state of an account.
    ///
    /// - Parameters:
    ///   - limit: The limit of the account.
    ///   - amount: The amount for which a rolling window must have room at the time that the state names.
    ///   - now: The time in milliseconds since 1970.
    private func status(of limit: LedgerLimit, roomFor amount: Int64 = 1, at now: Int64) throws(StoreError)
        -> LedgerStatus
    {
        let (account, window) = (SQLiteValue.bytes(Array(limit.account.utf8)), SQLiteValue.bytes(limit.window.code))
        let maximum = try connection.integer("SELECT amount FROM maximum WHERE account = ?1", account)
        let spent = try connection.integer(
            "SELECT sum(amount) FROM charge WHERE account = ?1 AND window = ?2 AND ends > ?3", account, window,
            .integer(now))
        let held = try connection.integer(
            """
            SELECT sum(p.amount) FROM part p JOIN hold h ON h.id = p.id
            WHERE p.account = ?1 AND p.window = ?2 AND h.expires > ?3
            """, account, window, .integer(now))
        var status = LedgerStatus(maximum: max(0, maximum ?? limit.maximum), spent: spent ?? 0, held: held ?? 0)
        switch limit.window {
        case .unlimited: break
        case .fixed(_, let end): status.resets = end
        case .rolling:
            let missing = amount.saturatingSubtracting(status.remaining)
            status.resets = try timeWithRoom(forMore: max(1, missing), account, window, at: now)
        }
        return status
    }

    /// Returns the time at which enough charges have left a rolling window; nil where they never do.
    private func timeWithRoom(
        forMore missing: Int64, _ account: SQLiteValue, _ window: SQLiteValue, at now: Int64
    ) throws(StoreError) -> WallTime? {
        let query = try connection.statement(
            "SELECT amount, ends FROM charge WHERE account = ?1 AND window = ?2 AND ends > ?3 ORDER BY ends")
        defer { query.reset() }
        query.bind([account, window, .integer(now)])
        var freed: Int64 = 0
        while try query.step() {
            freed = freed.saturatingAdding(query.integer(0))
            if freed >= missing {
                return WallTime(nanosecondsSince1970: query.integer(1).saturatingMultiplied(by: 1_000_000))
            }
        }
        return nil
    }

    private func removeHold(_ id: SQLiteValue) throws(StoreError) {
        try connection.run("DELETE FROM part WHERE id = ?1", id)
        try connection.run("DELETE FROM hold WHERE id = ?1", id)
    }

    /// Deletes the holds that have expired, and the charges that no longer count.
    private func forgetExpired(at now: Int64) throws(StoreError) {
        try connection.run("DELETE FROM charge WHERE ends <= ?1", .integer(now))
        guard try connection.integer("SELECT 1 FROM hold WHERE expires <= ?1 LIMIT 1", .integer(now)) != nil else {
            return
        }
        try connection.run("DELETE FROM part WHERE id IN (SELECT id FROM hold WHERE expires <= ?1)", .integer(now))
        try connection.run("DELETE FROM hold WHERE expires <= ?1", .integer(now))
    }
}
