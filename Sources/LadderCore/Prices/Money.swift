/// An amount of money, exact to a trillionth of a dollar.
///
/// One token of the cheapest model costs a few hundred-millionths of a dollar, so amounts are whole pico-dollars
/// (10⁻¹² $) and sums are exact. Use it for limits, prices and what a call has cost.
///
/// ```swift
/// let limit = Money.dollars(20)
/// let spent = Money("0.004") ?? .zero
/// print(limit - spent)  // $19.996
/// ```
///
/// Arithmetic saturates at about nine million dollars either way and never traps.
public struct Money: Hashable, Comparable, Sendable, AdditiveArithmetic {
    /// The number of pico-dollars, 10⁻¹² $, in the amount.
    public var picodollars: Int64

    /// Creates an amount from a number of pico-dollars, 10⁻¹² $.
    public init(picodollars: Int64) {
        self.picodollars = picodollars
    }

    /// Creates an amount from a number of dollars, rounded to the nearest pico-dollar; nil for NaN and infinity.
    ///
    /// A finite number out of range becomes the largest amount of its sign. Where the amount is known as text, use
    /// ``init(_:)``, which is exact.
    public init?(dollars: Double) {
        guard dollars.isFinite else { return nil }
        let rounded = (dollars * Self.perDollar).rounded()
        picodollars = Int64(exactly: rounded) ?? (rounded < 0 ? .min : .max)
    }

    /// Returns an amount of whole dollars, saturating when it is out of range.
    public static func dollars(_ whole: Int) -> Money {
        Money(picodollars: Int64(Self.perDollar)).multiplied(by: whole)
    }

    /// The amount of no money at all, $0.00.
    public static let zero = Money(picodollars: 0)

    /// The largest amount, at which arithmetic saturates.
    public static let maximum = Money(picodollars: .max)

    /// The amount in dollars, rounded to the nearest `Double`.
    ///
    /// Use it for charts and metrics, not for sums.
    public var inDollars: Double { Double(picodollars) / Self.perDollar }

    /// Returns whether `left` is the smaller amount.
    public static func < (left: Money, right: Money) -> Bool {
        left.picodollars < right.picodollars
    }

    /// Returns the sum, saturating when it is out of range.
    public static func + (left: Money, right: Money) -> Money {
        Money(picodollars: left.picodollars.saturatingAdding(right.picodollars))
    }

    /// Returns the difference, saturating when it is out of range.
    public static func - (left: Money, right: Money) -> Money {
        Money(picodollars: left.picodollars.saturatingSubtracting(right.picodollars))
    }

    /// Returns `count` times the amount, saturating when it is out of range.
    public func multiplied(by count: Int) -> Money {
        Money(picodollars: picodollars.saturatingMultiplied(by: Int64(count)))
    }

    private static let perDollar = 1e12
}
