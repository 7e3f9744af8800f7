import LadderCore

/// The rules for which stored answers are withheld because of what became known about them.
package struct TrustPolicy: Hashable, Sendable {
    /// The highest accepted share of wrong answers among those served; nil withholds only entries reported as wrong.
    package var targetErrorRate: Double?

    /// The number of right outcomes in a row after which an entry that was reported as wrong may serve again, where
    /// there is no target.
    package var outcomesToReturn: Int

    /// The range of cosines that one region covers.
    package var regionWidth: Double

    /// The largest number of entries that are remembered.
    package var maximumEntries: Int

    package init(
        targetErrorRate: Double? = nil, outcomesToReturn: Int = 20,
        regionWidth: Double = 0.02, maximumEntries: Int = 10_000
    ) {
        self.targetErrorRate = targetErrorRate
        self.outcomesToReturn = outcomesToReturn
        self.regionWidth = regionWidth
        self.maximumEntries = maximumEntries
    }

    /// The rates that make sense: more is no target, and less takes more outcomes to confirm than an entry ever has.
    package static let targetErrorRates = 0.001...0.5
}
