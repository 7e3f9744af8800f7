import LadderCore

/// The rules for how a tiered store uses its tiers.
public struct TieredStorePolicy: Hashable, Sendable {
    /// How long one operation of a tier may take before the tier is skipped; nil leaves that to the tiers.
    ///
    /// It does not apply to a tier that answers at once, nor outside a call, where there is no runtime to measure it.
    public var timeLimit: Duration?

    /// How long a tier is not used after it timed out or could not be reached.
    public var restAfterFailure: Duration

    /// Creates a policy; each option has its standard value unless given.
    public init(timeLimit: Duration? = .milliseconds(50), restAfterFailure: Duration = .seconds(1)) {
        self.timeLimit = timeLimit
        self.restAfterFailure = restAfterFailure
    }

    /// One sentence for each option that is out of range; empty when all are valid.
    public var problems: [String] {
        var checks = OptionChecks(of: "TieredStore")
        checks.requirePositive("timeLimit", value: timeLimit)
        checks.require("restAfterFailure", value: restAfterFailure, in: .zero...(.seconds(3_600)))
        return checks.problems
    }
}
