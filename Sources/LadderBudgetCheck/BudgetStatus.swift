public import LadderCore

/// The state of one limit for one call: what an app shows, and what a server puts into headers.
public struct BudgetStatus: Hashable, Sendable {
    /// The name of the limit.
    public var name: String
    /// The most that may be used within the window.
    public var limit: BudgetAmount
    /// The amount that was used within the window.
    public var spent: BudgetAmount
    /// The amount that is held for attempts which are under way.
    public var held: BudgetAmount
    /// The amount that is left, 0 or more.
    public var remaining: BudgetAmount
    /// The amount by which more was used than the limit. An attempt that uses more than was held for it is charged in
    /// full.
    public var overspent: BudgetAmount
    /// Whether the soft share of the limit was reached.
    public var isSoftReached: Bool
    /// Whether the limit is used up.
    public var isExhausted: Bool
    /// The time at which the window ends, or at which a rolling window has room again; nil when that never happens.
    public var resets: WallTime?

    init(_ status: LedgerStatus, of limit: BudgetLimit) {
        func amount(_ count: Int64) -> BudgetAmount { BudgetAmount(count, unit: limit.amount.unit) }
        name = limit.name
        self.limit = amount(status.maximum)
        spent = amount(status.spent)
        held = amount(status.held)
        remaining = amount(status.remaining)
        overspent = amount(status.overspent)
        isSoftReached = status.isSoftReached(limit)
        isExhausted = status.isExhausted
        resets = status.resets
    }
}

extension LedgerStatus {
    /// Whether nothing is left. What is held does not count: it may be given back.
    var isExhausted: Bool { spent >= maximum }

    /// Whether the soft share of the limit was spent.
    func isSoftReached(_ limit: BudgetLimit) -> Bool {
        Double(spent) >= limit.softShare * Double(maximum)
    }
}

extension BudgetStatus: CustomStringConvertible {
    /// The state in one line, such as `tokens each user per day in UTC: 2,000 tokens of 50,000 tokens left`.
    public var description: String { "\(name): \(remaining) of \(limit) left" }
}
