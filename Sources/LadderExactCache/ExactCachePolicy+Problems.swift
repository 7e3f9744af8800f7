import LadderCore

extension ExactCachePolicy {
    private static let longest = Duration.seconds(10 * 366 * 86_400)

    /// One sentence for each option that is out of range; empty when all are valid.
    public var problems: [String] {
        var checks = OptionChecks(of: "ExactCache")
        check(lifetime, name: "lifetime", in: &checks)
        for (feature, lifetime) in featureLifetimes.sorted(by: { $0.key < $1.key }) {
            check(lifetime, name: "featureLifetimes[\"\(feature)\"]", in: &checks)
        }
        checks.require("jitter", value: jitter, in: 0...0.5)
        checks.require("staleFor", value: staleFor, in: .zero...Self.longest)
        if let staleWhileRevalidate {
            checks.require("staleWhileRevalidate", value: staleWhileRevalidate, in: .zero...Self.longest)
        }
        checks.require("storeTimeLimit", value: storeTimeLimit, in: .milliseconds(1) ... .seconds(10))
        return checks.problems + admission.problems(of: "ExactCache")
    }

    private func check(_ lifetime: CacheLifetime, name: String, in checks: inout OptionChecks) {
        guard let duration = lifetime.duration else { return }
        checks.require(name, value: duration, in: .milliseconds(1)...Self.longest)
    }
}
