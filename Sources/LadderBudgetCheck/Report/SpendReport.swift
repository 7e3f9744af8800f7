import LadderCore

/// What calls have used, by day in UTC, for up to 62 days: in all, and by tenant, user, feature, model and tag.
///
/// ```swift
/// let budget = BudgetCheck()
/// let pipeline = try Pipeline(model: model) { budget }
/// _ = try await pipeline.respond(to: "Hello")
///
/// let report = budget.report()
/// print(report)
/// for row in report.rows(by: .feature) { print(row.value ?? "other", row.totals.costPerCall) }
/// print(report.comparing(days: "2026-11-16"..."2026-11-22", to: "2026-11-09"..."2026-11-15"))
/// ```
///
/// A report is bounded: each day keeps 500 values of each property, and 16 tags. What does not fit is added up in one
/// row. The report counts this process since it began; keep the text or the rows of a report to compare across restarts.
public struct SpendReport: Hashable, Sendable {
    /// The totals of one day.
    public struct Day: Hashable, Sendable {
        /// The date in UTC, such as `2026-11-27`.
        public let date: String
        /// What the calls of that day used.
        public let totals: SpendTotals
    }

    static let maximumDays = 62
    private var spendDays: [SpendDay] = []

    init() {}

    /// What all calls used.
    public var total: SpendTotals {
        spendDays.reduce(into: SpendTotals()) { $0.add($1.totals) }
    }

    /// The totals of each day with calls, oldest first.
    public var days: [Day] {
        spendDays.map { Day(date: $0.date, totals: $0.totals) }
    }

    /// Returns the totals of each value of a property, the highest cost first.
    ///
    /// Calls count for the model that they name, attempts for the model that was asked.
    public func rows(by dimension: BudgetDimension) -> [SpendRow] {
        let table = spendDays.reduce(into: SpendTable()) { $0.add($1.table(by: dimension)) }
        let rows = table.rows.map { SpendRow(value: $0.key, totals: $0.value) }.sorted { left, right in
            let (first, second) = (left.totals, right.totals)
            if first.cost != second.cost { return first.cost > second.cost }
            if first.calls != second.calls { return first.calls > second.calls }
            return left.title < right.title
        }
        return table.other.isEmpty ? rows : rows + [SpendRow(value: nil, totals: table.other)]
    }

    /// Returns the part of the report about these days, such as `"2026-11-16"..."2026-11-22"`.
    public func during(_ days: ClosedRange<String>) -> SpendReport {
        var report = self
        report.spendDays.removeAll { !days.contains($0.date) }
        return report
    }

    /// Returns which causes moved the bill from an earlier report to this one.
    public func comparing(to earlier: SpendReport) -> SpendComparison {
        SpendComparison(from: earlier.total, to: total)
    }

    /// Returns which causes moved the bill from some days to later ones.
    public func comparing(days later: ClosedRange<String>, to earlier: ClosedRange<String>) -> SpendComparison {
        during(later).comparing(to: during(earlier))
    }

    // MARK: Counting

    /// Returns the number of whole days since 1 January 1970.
    static func day(of time: WallTime) -> Int {
        let nanoseconds: Int64 = 86_400_000_000_000
        let (day, rest) = time.nanosecondsSince1970.quotientAndRemainder(dividingBy: nanoseconds)
        return Int(rest < 0 ? day - 1 : day)
    }

    mutating func addCall(in scope: CallScope, model: String, on day: Int) {
        var totals = SpendTotals()
        totals.calls = 1
        add(totals, in: scope, model: model, on: day)
    }

    mutating func addAttempt(_ charge: AttemptCharge, of estimate: AttemptEstimate, on day: Int) {
        add(
            SpendTotals(charge, price: estimate.price), in: estimate.scope, model: estimate.model, on: day)
    }

    private mutating func add(_ totals: SpendTotals, in scope: CallScope, model: String, on day: Int) {
        if spendDays.last?.day != day { begin(day) }
        guard let index = spendDays.lastIndex(where: { $0.day == day }) else { return }
        spendDays[index].add(totals, in: scope, model: model)
    }

    /// Adds a day in its place, and removes those that are too old. The clock may have been set back.
    private mutating func begin(_ day: Int) {
        if spendDays.contains(where: { $0.day == day }) { return }
        let index = spendDays.firstIndex { $0.day > day } ?? spendDays.count
        spendDays.insert(SpendDay(day: day), at: index)
        if spendDays.count > Self.maximumDays { spendDays.removeFirst() }
    }
}
