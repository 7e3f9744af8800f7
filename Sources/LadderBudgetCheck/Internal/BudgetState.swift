import LadderCore

/// The state of a layer under one runtime.
struct BudgetState: Sendable {
    private struct LastRuntime {
        /// The driver is not kept alive.
        weak var driver: (any RuntimeDriver)?
    }

    let settlements: SettlementQueue
    var correction = EstimateCorrection()
    var notices = SoftNotices()
    var statistics = BudgetStatistics()
    var report = SpendReport()
    /// The amounts of limits that were changed by hand, by the limit's name.
    var amounts: [String: BudgetAmount] = [:]
    private var last = LastRuntime()

    init(_ access: LedgerAccess) {
        settlements = SettlementQueue(access)
    }

    /// The runtime of the last call; nil before the first.
    var runtime: Runtime? {
        get { last.driver.map { Runtime($0) } }
        set { last.driver = newValue?.driver }
    }
}
