/// Amounts to hold for one attempt, on several accounts at once.
public struct LedgerReservation: Hashable, Sendable {
    /// An amount on one account.
    public struct Entry: Hashable, Sendable {
        /// The limit of the account.
        public var limit: LedgerLimit
        /// The amount to hold, 0 or more.
        public var amount: Int64

        /// Creates an entry.
        public init(limit: LedgerLimit, amount: Int64) {
            self.limit = limit
            self.amount = amount
        }
    }

    /// The id of the hold, unique across processes. A reservation is repeated with the same id.
    public var id: String
    /// The amounts, each on an account of its own.
    public var entries: [Entry]
    /// The time after which an unsettled hold no longer counts.
    public var expiresAfter: Duration

    /// Creates a reservation.
    public init(id: String, entries: [Entry], expiresAfter: Duration) {
        self.id = id
        self.entries = entries
        self.expiresAfter = expiresAfter
    }
}

/// The result of a reservation.
public enum LedgerDecision: Hashable, Sendable {
    /// Every amount is held. The states of the accounts are those after it, in the order of the entries.
    case held([LedgerStatus])
    /// Nothing is held, because the amount at this index does not fit. The state is that of its account.
    case refused(index: Int, LedgerStatus)
    /// The ledger has settled this id already, so nothing is held.
    case alreadySettled
}
