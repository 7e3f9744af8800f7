/// What an ``InMemoryLedger`` holds, and what it has done since it was created.
public struct LedgerStatistics: Hashable, Sendable {
    /// The number of accounts.
    public internal(set) var accounts = 0
    /// The number of holds that are neither settled nor expired.
    public internal(set) var openHolds = 0
    /// The number of settled ids that are remembered.
    public internal(set) var rememberedSettlements = 0
    /// The number of holds that expired without having been settled.
    public internal(set) var expiredHolds = 0
    /// The number of settlements whose hold had expired or was not known.
    public internal(set) var lateSettlements = 0
    /// The number of settlements that charged more than was held.
    public internal(set) var settlementsAboveHold = 0
    /// The number of accounts that made room for others after their window was over or empty.
    public internal(set) var forgottenAccounts = 0
    /// The number of operations that failed with `StoreError.Kind.full`.
    public internal(set) var refusedForSpace = 0

    init() {}
}
