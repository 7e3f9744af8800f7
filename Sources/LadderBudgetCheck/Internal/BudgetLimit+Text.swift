import LadderCore

extension BudgetLimit {
    /// The name of a limit that was given none. The amount is no part of it, so that changing it keeps the accounts.
    static func usualName(
        _ unit: BudgetAmount.Unit, each dimensions: [BudgetDimension], per window: BudgetWindow,
        only: [BudgetDimension: String]
    ) -> String {
        let each = dimensions.isEmpty ? "" : " each " + dimensions.map(\.description).joined(separator: " and ")
        let values = only.map { "\($0.key) \($0.value)" }.sorted()
        return unit.rawValue + (values.isEmpty ? "" : " of " + values.joined(separator: " and ")) + each
            + " " + window.inWords
    }
}

extension BudgetWindow {
    /// The window as the end of a sentence, such as `per day` or `in all`.
    var inWords: String {
        func name(_ unit: String, zone: String) -> String { zone == "UTC" ? "per \(unit)" : "per \(unit) of \(zone)" }
        switch self {
        case .rolling(let length): return "within \(length.shortText)"
        case .hour(let zone): return name("hour", zone: zone)
        case .day(let zone): return name("day", zone: zone)
        case .month(let zone): return name("month", zone: zone)
        case .unlimited: return "in all"
        }
    }
}
