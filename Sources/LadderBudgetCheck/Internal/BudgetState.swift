/// The state of a layer under one runtime.
struct BudgetState: Sendable {
    let settlements: SettlementQueue
    var correction = EstimateCorrection()
    var notices = SoftNotices()
    var statistics = BudgetStatistics()
    var report = SpendReport()
    /// The amounts of limits that were changed by hand, by the limit's name.
    var amounts: [String: BudgetAmount] = [:]

    init(_ access: LedgerAccess) {
        settlements = SettlementQueue(access)
    }
}
