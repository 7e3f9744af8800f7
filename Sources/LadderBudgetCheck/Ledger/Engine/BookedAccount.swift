import LadderCore

/// What one account has spent and holds.
struct BookedAccount {
    let key: LedgerAccountKey
    /// The number of the window, unique within the ledger. A hold belongs to the window in which it was made.
    private(set) var windowNumber: UInt64
    private(set) var held: Int64 = 0
    private(set) var openHolds = 0
    /// The maximum that was set for the account, and the change of the maxima as of which it is known.
    var maximumOverride: Int64?
    var overrideChange: UInt64?
    /// The window, where it is fixed.
    private var period: LedgerPeriod?
    /// The amounts of a rolling window.
    private var rolling: RollingSum?
    /// The amount spent, where the window does not roll.
    private var total: Int64 = 0

    init(key: LedgerAccountKey, window: LedgerWindow, windowNumber: UInt64) {
        self.key = key
        self.windowNumber = windowNumber
        switch window {
        case .rolling(let length): rolling = RollingSum(length: length)
        case .fixed(let start, let end): period = LedgerPeriod(start: start, end: end)
        case .unlimited: break
        }
    }

    var spent: Int64 { rolling?.sum ?? total }

    /// Moves on to the present, and to another fixed window where that one takes the place of the account's own.
    mutating func advance(to window: LedgerWindow, at time: LedgerTime, nextNumber: inout UInt64) {
        rolling?.advance(to: time.now)
        guard case .fixed(let start, let end) = window, let current = period else { return }
        let next = LedgerPeriod(start: start, end: end)
        guard next.replaces(current, at: time.wallNow) else { return }
        period = next
        nextNumber += 1
        windowNumber = nextNumber
        (total, held, openHolds) = (0, 0, 0)
    }

    func isCounting(in period: LedgerPeriod) -> Bool { self.period == period }

    /// Returns whether nothing would be lost if the account was forgotten.
    mutating func isIdle(at time: LedgerTime) -> Bool {
        if let period, period.end <= time.wallNow { return true }
        rolling?.advance(to: time.now)
        return openHolds == 0 && spent == 0
    }

    // MARK: Amounts

    /// Holds an amount of 0 or more if it fits.
    mutating func hold(_ amount: Int64, limit: LedgerLimit) -> Bool {
        let (used, first) = spent.addingReportingOverflow(held)
        let (sum, second) = used.addingReportingOverflow(amount)
        guard !first, !second, sum <= maximum(of: limit) else { return false }
        held += amount
        openHolds += 1
        return true
    }

    /// Ends a hold of this window.
    mutating func release(_ amount: Int64) {
        held -= amount
        openHolds -= 1
    }

    /// Charges an amount of 0 or more.
    mutating func charge(_ amount: Int64, at now: Instant) {
        if rolling == nil {
            total = total.saturatingAdding(amount)
        } else {
            rolling?.add(amount, at: now)
        }
    }

    // MARK: Status

    /// Returns the maximum that counts.
    private func maximum(of limit: LedgerLimit) -> Int64 {
        max(0, maximumOverride ?? limit.maximum)
    }

    /// Returns the state of the account; it resets when there is room for another `amount`.
    func status(of limit: LedgerLimit, roomFor amount: Int64 = 1, at time: LedgerTime) -> LedgerStatus {
        var status = LedgerStatus(maximum: maximum(of: limit), spent: spent, held: held)
        if let period {
            status.resets = period.end
        } else if let rolling, amount <= status.maximum {
            let missing = amount.saturatingSubtracting(status.remaining).saturatingAdding(status.overspent)
            if let instant = rolling.timeOfLeaving(max(1, missing)) {
                status.resets = time.wallTime(at: instant)
            } else if missing > 0 {
                // What is held is in the way. Once settled, it is spent for the length of the window.
                status.resets = time.wallNow + .nanoseconds(rolling.length)
            }
        }
        return status
    }
}
