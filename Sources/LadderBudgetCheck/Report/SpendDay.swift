import LadderCore

/// What calls used on one day in UTC.
struct SpendDay: Hashable, Sendable {
    static let maximumTags = 16
    /// The number of days since 1 January 1970.
    let day: Int
    private(set) var totals = SpendTotals()
    private var tenants = SpendTable()
    private var users = SpendTable()
    private var features = SpendTable()
    private var models = SpendTable()
    private var tags: [String: SpendTable] = [:]

    init(day: Int) {
        self.day = day
    }

    /// The date, such as `2026-11-27`.
    var date: String {
        String(WallTime(secondsSince1970: Int64(day) * 86_400).description.prefix(10))
    }

    func table(by dimension: BudgetDimension) -> SpendTable {
        switch dimension {
        case .tenant: tenants
        case .user: users
        case .feature: features
        case .model: models
        case .tag(let name): tags[name] ?? SpendTable()
        }
    }

    mutating func add(_ added: SpendTotals, in scope: CallScope, model: String) {
        totals.add(added)
        tenants.add(added, for: scope.tenant)
        users.add(added, for: scope.user)
        features.add(added, for: scope.feature)
        models.add(added, for: model)
        // Sorted, because the order decides which tags fit.
        for (name, value) in scope.tags.sorted(by: { $0.key < $1.key })
        where tags[name] != nil || tags.count < Self.maximumTags {
            tags[name, default: SpendTable()].add(added, for: value)
        }
    }
}
