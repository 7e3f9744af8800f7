import LadderCore

/// The time at which an operation of a ledger runs, on both clocks.
struct LedgerTime {
    var now: Instant
    var wallNow: WallTime

    /// Returns a later instant as a time of the calendar.
    func wallTime(at instant: Instant) -> WallTime {
        wallNow + (instant - now)
    }
}
