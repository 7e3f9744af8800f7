/// A share that was measured on a sample, with the range in which the true share lies with 95 % confidence.
///
/// It is Wilson's interval, which stays within 0…1 and also holds for small samples and for shares of 0 and 1.
public struct ProportionInterval: Hashable, Sendable {
    /// The share in the sample; 0 for an empty sample.
    public let value: Double
    /// The lower end of the range.
    public let lower: Double
    /// The upper end of the range.
    public let upper: Double

    /// Creates the interval of `part` in a sample of `whole`.
    ///
    /// An empty sample gives 0…1. A part outside `0...whole` is taken for the nearer end.
    public init(part: Int, whole: Int) {
        self.init(part: Double(part), whole: Double(whole), deviations: 1.96)
    }

    /// Creates an interval whose ends are this many standard deviations away; counts may be fractions of outcomes.
    package init(part: Double, whole: Double, deviations: Double) {
        guard whole > 0 else {
            (value, lower, upper) = (0, 0, 1)
            return
        }
        let share = min(max(part / whole, 0), 1)
        let square = deviations * deviations
        let centre = share + square / (2 * whole)
        let spread = deviations * ((share * (1 - share) + square / (4 * whole)) / whole).squareRoot()
        let scale = 1 + square / whole
        value = share
        lower = max(0, (centre - spread) / scale)
        upper = min(1, (centre + spread) / scale)
    }
}
