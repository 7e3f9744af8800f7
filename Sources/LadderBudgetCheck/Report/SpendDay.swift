import LadderCore

/// What calls used on one day in UTC.
struct SpendDay: Hashable, Sendable {
    static let maximumTags = 16
    /// The number of days since 1 January 1970.
    let day: Int
    private(set) var totals = SpendTotals()
    private var tables: [BudgetDimension: SpendTable] = [:]

    init(day: Int) {
        self.day = day
    }

    /// The date, such as `2026-11-27`.
    var date: String {
        String(WallTime(secondsSince1970: Int64(day) * 86_400).description.prefix(10))
    }

    func table(by dimension: BudgetDimension) -> SpendTable { tables[dimension] ?? SpendTable() }

    mutating func add(_ added: SpendTotals, in scope: CallScope, model: String) {
        totals.add(added)
        tables[.tenant, default: SpendTable()].add(added, for: scope.tenant)
        tables[.user, default: SpendTable()].add(added, for: scope.user)
        tables[.feature, default: SpendTable()].add(added, for: scope.feature)
        tables[.model, default: SpendTable()].add(added, for: model)
        for (name, value) in scope.tags.sorted(by: { $0.key < $1.key }) {
            let tag = BudgetDimension.tag(name)
            // Four of the tables are not for tags.
            if tables[tag] == nil, tables.count >= Self.maximumTags + 4 { continue }
            tables[tag, default: SpendTable()].add(added, for: value)
        }
    }
}
