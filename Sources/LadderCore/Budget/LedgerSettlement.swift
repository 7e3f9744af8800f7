/// What an attempt has really used, for the accounts of its reservation.
public struct LedgerSettlement: Hashable, Sendable {
    /// The id of the reservation.
    public var id: String
    /// The amounts to charge, on the accounts of the reservation; empty where nothing was used.
    public var entries: [LedgerReservation.Entry]

    /// Creates a settlement; without entries it only ends the hold.
    public init(id: String, entries: [LedgerReservation.Entry] = []) {
        self.id = id
        self.entries = entries
    }
}

/// The result of a settlement.
public enum LedgerSettlementResult: String, Hashable, Sendable {
    /// The hold has ended and the amounts are charged.
    case settled
    /// The hold had expired, or was not known; the amounts are charged all the same.
    case settledLate
    /// The id was settled before; nothing has changed.
    case repeated
}
