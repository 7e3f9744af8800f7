extension BudgetLimit {
    /// The name of a limit that was given none. The amount is no part of it, so that changing it keeps the accounts.
    static func usualName(
        _ unit: BudgetAmount.Unit, each dimensions: [BudgetDimension], per window: BudgetWindow,
        only: [BudgetDimension: String]
    ) -> String {
        let each = dimensions.isEmpty ? "" : " each " + dimensions.map(\.description).joined(separator: " and ")
        let values = only.map { "\($0.key) \($0.value)" }.sorted()
        return unit.rawValue + (values.isEmpty ? "" : " of " + values.joined(separator: " and ")) + each
            + " per \(window)"
    }

    /// The soft share in percent, such as `80 %`.
    var softShareText: String {
        let tenths = Int((softShare * 1_000).rounded())
        return (tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)") + " %"
    }
}
