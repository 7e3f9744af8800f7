import LadderCore

/// How a ``FaultyStore`` breaks its promise about the times of its entries.
///
/// ```swift
/// let expiry = ExpiryFaults(forgets: 0.1, overstay: .seconds(30))
/// ```
public struct ExpiryFaults: Hashable, Sendable {
    /// The share of the look-ups of an entry at which the store forgets it, from 0 to 1.
    public var forgets: Double
    /// How long an entry is returned after it should be kept no longer. Its `keptFor` then says that it is still kept;
    /// its `age` and its `freshFor` stay true.
    public var overstay: Duration

    /// Creates faults; without arguments there are none.
    public init(forgets: Double = 0, overstay: Duration = .zero) {
        self.forgets = forgets
        self.overstay = overstay
    }

    /// One sentence for each option that is out of range; empty when all are valid.
    public var problems: [String] {
        var checks = OptionChecks(of: "ExpiryFaults")
        checks.require("forgets", value: forgets, in: 0...1)
        if overstay < .zero { checks.report("overstay", value: "\(overstay)", allowed: "from 0 s") }
        return checks.problems
    }
}
