/// A limit on what calls may use within a window of time.
///
/// A limit is a template: with `each` it counts every user, tenant, feature, model or tag apart, without it all calls
/// together. It reads like a sentence:
///
/// ```swift
/// let limits = [
///     BudgetLimit(.tokens(100_000), each: .user, per: .day).allowing(.tokens(50_000), for: [.user: "bob"]),
///     BudgetLimit(.tokens(1_000_000), per: .day, only: [.feature: "chat"]),
///     BudgetLimit(.requests(10), each: .user, per: .rolling(.seconds(60))),
///     BudgetLimit(.money(.dollars(20)), each: .tenant, per: .day),
/// ]
/// ```
///
/// Calls without a value, such as those of unknown users, count together as one.
public struct BudgetLimit: Hashable, Sendable {
    /// What happens to a call while the ledger cannot be reached.
    public enum UnreachableRule: String, Hashable, Sendable, CaseIterable {
        /// The limit counts as used up, because nothing may be spent that is not recorded.
        case refuse
        /// The call goes on. What it uses is recorded when the ledger can be reached again.
        case allow
    }

    /// Another amount for certain values, such as one user.
    struct Exception: Hashable, Sendable {
        var amount: BudgetAmount
        var values: [BudgetDimension: String]
    }

    /// The name of the limit in errors, traces and the ledger. Keep it when you change the amount.
    public var name: String
    /// The most that may be used within the window, for each combination of values.
    public var amount: BudgetAmount
    /// The properties of a call whose values are counted apart; empty to count all calls together.
    public var dimensions: [BudgetDimension]
    /// The span of time within which the limit counts.
    public var window: BudgetWindow
    /// The values to which the limit applies; calls with other values do not count.
    public var only: [BudgetDimension: String]
    /// The share of the amount from which on the limit warns, above 0 and up to 1.
    public var softShare: Double
    /// What happens to a call while the ledger cannot be reached.
    public var whenUnreachable: UnreachableRule
    /// The amounts for certain values, later ones before earlier ones.
    var exceptions: [Exception] = []

    /// Creates a limit.
    ///
    /// - Parameters:
    ///   - amount: The most that may be used within the window.
    ///   - dimensions: The properties of a call whose values are counted apart; none to count all calls together.
    ///   - window: The span of time within which the limit counts.
    ///   - only: The values to which the limit applies.
    ///   - name: The name of the limit, which must be unique in a policy. The default says what the limit counts, such
    ///     as `tokens each user per day in UTC`.
    ///   - softShare: The share of the amount from which on the limit warns.
    ///   - whenUnreachable: What happens to a call while the ledger cannot be reached.
    public init(
        _ amount: BudgetAmount, each dimensions: BudgetDimension..., per window: BudgetWindow = .day,
        only: [BudgetDimension: String] = [:], name: String? = nil, softShare: Double = 0.8,
        whenUnreachable: UnreachableRule = .refuse
    ) {
        self.init(
            amount, dimensions: dimensions, per: window, only: only, name: name, softShare: softShare,
            whenUnreachable: whenUnreachable)
    }

    /// Creates a limit whose dimensions are in a list, for a limit that is read from a file.
    package init(
        _ amount: BudgetAmount, dimensions: [BudgetDimension], per window: BudgetWindow,
        only: [BudgetDimension: String], name: String?, softShare: Double, whenUnreachable: UnreachableRule
    ) {
        self.amount = amount
        self.dimensions = dimensions
        self.window = window
        self.only = only
        self.name = name ?? BudgetLimit.usualName(amount.unit, each: dimensions, per: window, only: only)
        self.softShare = softShare
        self.whenUnreachable = whenUnreachable
    }

    /// Returns this limit with another amount for certain values, such as `[.user: "bob"]`.
    ///
    /// The values belong to properties that the limit counts apart. Where several exceptions match a call, the last
    /// one counts.
    public func allowing(_ amount: BudgetAmount, for values: [BudgetDimension: String]) -> BudgetLimit {
        var limit = self
        limit.exceptions.append(Exception(amount: amount, values: values))
        return limit
    }
}
