import LadderCore

/// The tables of a database, used by one thread at a time.
protocol DatabaseTables: AnyObject, SendableMetatype {
    var connection: SQLiteConnection { get }
    /// Whether these are still the tables to use. When they are not, others are opened before the next operation.
    var isCurrent: Bool { get }

    /// Leaves the file aside after an error that says that it is damaged. Returns whether there is another one to use.
    func leaveAside(because error: StoreError) -> Bool
    /// Follows the writes of a batch.
    func wroteBatch()
}

extension DatabaseTables {
    var isCurrent: Bool { true }

    func leaveAside(because error: StoreError) -> Bool { false }

    func wroteBatch() {}
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
