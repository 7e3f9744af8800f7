import LadderCore

/// The tables of a database, used by one thread at a time.
protocol DatabaseTables: AnyObject, SendableMetatype {
    var connection: SQLiteConnection { get }
}

/// An operation on tables, and what follows from its end.
struct TableJob<Tables: DatabaseTables>: Sendable {
    /// Whether it writes. Writes of a batch share a transaction.
    let isWrite: Bool
    /// Whether it must survive a loss of power.
    var isDurable = false
    let run: @Sendable (Tables) throws(StoreError) -> Void
    let end: @Sendable (StoreError?) -> Void
}
