import LadderCore

extension ExactCachePolicy {
    /// One sentence for each option that is out of range; empty when all are valid.
    public var problems: [String] {
        let longest = CacheLifetime.longestDuration
        var checks = OptionChecks(of: "ExactCache")
        checks.require(lifetime: lifetime, byFeature: featureLifetimes)
        checks.require("jitter", value: jitter, in: 0...0.5)
        checks.require("staleFor", value: staleFor, in: .zero...longest)
        if let staleWhileRevalidate {
            checks.require("staleWhileRevalidate", value: staleWhileRevalidate, in: .zero...longest)
        }
        checks.require("storeTimeLimit", value: storeTimeLimit, in: .milliseconds(1) ... .seconds(10))
        return checks.problems + admission.problems(of: "ExactCache")
    }
}
