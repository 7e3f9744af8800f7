import LadderCore

/// A span of wall time from a start up to, but not including, an end.
struct LedgerPeriod: Hashable {
    let start: WallTime
    let end: WallTime

    /// Returns whether this period takes the place of the one an account counts in.
    ///
    /// A later period does. An earlier one does not, so that a wall clock that is set back does not give the amounts of
    /// a day out twice. There are two exceptions: a period that ends later than one that is over, which happens where
    /// hours are replaced by days, and any period where the account's own lies in the future by more than its length,
    /// which happens when a wrong clock has been corrected.
    func replaces(_ current: LedgerPeriod, at wallNow: WallTime) -> Bool {
        if self == current { return false }
        if start > current.start || (current.end <= wallNow && end > current.end) { return true }
        return current.start - wallNow > current.end - current.start
    }
}
