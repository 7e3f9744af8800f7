/// Counts of what a ``BudgetCheck`` has decided, since it was created.
public struct BudgetStatistics: Hashable, Sendable {
    /// The number of calls that met a budget which was used up, or which refused while the ledger was out of reach.
    public internal(set) var exhaustedCalls = 0
    /// The number of attempts that did not fit into what was left.
    public internal(set) var refusedAttempts = 0
    /// The number of times a limit reached its soft share, at most once per window and account.
    public internal(set) var softLimitsReached = 0
    /// The number of calls for which a cheaper model was wanted.
    public internal(set) var downgradedCalls = 0
    /// The number of attempts that used more tokens or money than was held for them.
    public internal(set) var attemptsBeyondHold = 0
    /// The number of tokens that attempts used beyond what was held for them. By this sum alone, accounts may be over
    /// their limits.
    public internal(set) var tokensBeyondHold = 0
    /// The number of holds whose attempt never reported what it used. They were released without a charge.
    public internal(set) var lostReservations = 0
    /// The number of operations that the ledger did not carry out in time, or was not asked for because it did not
    /// answer several times in a row.
    public internal(set) var ledgerFailures = 0
    /// The number of settlements that were given up because the ledger could not be reached. Their holds expire, and
    /// what was used is not charged.
    public internal(set) var droppedSettlements = 0
    /// The number of settlements that wait for a ledger on another machine.
    public internal(set) var waitingSettlements = 0
}
