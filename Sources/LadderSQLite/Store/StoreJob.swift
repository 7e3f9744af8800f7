import LadderCore

/// An operation on the tables, and what follows from its end.
struct StoreJob: Sendable {
    /// Whether it writes. Writes of a batch share a transaction.
    let isWrite: Bool
    /// Whether it must survive a loss of power.
    var isDurable = false
    let run: @Sendable (StoreTable) throws(StoreError) -> Void
    let end: @Sendable (StoreError?) -> Void
}
