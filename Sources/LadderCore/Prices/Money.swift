/// An amount of money, exact to a trillionth of a dollar.
///
/// One token of the cheapest model costs a few hundred-millionths of a dollar, so amounts are whole pico-dollars
/// (10⁻¹² $) and nothing is ever rounded when they are added. Use it for limits, prices and what a call has cost.
///
/// ```swift
/// let limit = Money.dollars(20)
/// let spent = Money("0.004") ?? .zero
/// print(limit - spent)  // $19.996
/// ```
///
/// Arithmetic saturates at about nine million dollars either way and never traps.
public struct Money: Hashable, Comparable, Sendable, AdditiveArithmetic {
    /// The amount in pico-dollars, 10⁻¹² $.
    public var picodollars: Int64

    /// An amount in pico-dollars, 10⁻¹² $.
    public init(picodollars: Int64) {
        self.picodollars = picodollars
    }

    /// An amount in dollars, rounded to the nearest pico-dollar; nil for NaN and infinite numbers.
    ///
    /// A finite number beyond what can be held becomes the largest amount of its sign. Where the amount is known as
    /// text, ``init(_:)`` is exact.
    public init?(dollars: Double) {
        guard dollars.isFinite else { return nil }
        let rounded = (dollars * Self.perDollar).rounded()
        picodollars = Int64(exactly: rounded) ?? (rounded < 0 ? .min : .max)
    }

    /// A whole number of dollars.
    public static func dollars(_ whole: Int) -> Money {
        Money(picodollars: Int64(Self.perDollar)).multiplied(by: whole)
    }

    /// Nothing.
    public static let zero = Money(picodollars: 0)

    /// The largest amount: what saturated arithmetic ends in.
    public static let maximum = Money(picodollars: .max)

    /// The amount in dollars, rounded to the nearest number a `Double` holds: for charts, not for sums.
    public var inDollars: Double { Double(picodollars) / Self.perDollar }

    /// Whether `left` is less.
    public static func < (left: Money, right: Money) -> Bool {
        left.picodollars < right.picodollars
    }

    /// The sum, saturating.
    public static func + (left: Money, right: Money) -> Money {
        Money(picodollars: left.picodollars.saturatingAdding(right.picodollars))
    }

    /// The difference, saturating.
    public static func - (left: Money, right: Money) -> Money {
        Money(picodollars: left.picodollars.saturatingSubtracting(right.picodollars))
    }

    /// The amount `count` times, saturating.
    public func multiplied(by count: Int) -> Money {
        let (product, overflow) = picodollars.multipliedReportingOverflow(by: Int64(count))
        if !overflow { return Money(picodollars: product) }
        return Money(picodollars: (picodollars < 0) == (count < 0) ? .max : .min)
    }

    private static let perDollar = 1e12
}
