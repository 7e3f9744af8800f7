import LadderCore

extension CircuitBreakerPolicy {
    /// One sentence for each option that is out of range.
    public var problems: [String] {
        var checks = OptionChecks(of: "CircuitBreaker")
        if let consecutiveFailures {
            checks.require("consecutiveFailures", consecutiveFailures, in: 1...1_000_000)
        }
        if let failureRate { checks.requireShare("failureRate", failureRate) }
        checks.require("minimumCalls", minimumCalls, in: 1...1_000_000)
        checks.require("window", window, in: .milliseconds(1) ... .seconds(86_400))
        if let slow = slowFirstContent {
            checks.require("slowFirstContent.threshold", slow.threshold, in: .milliseconds(1) ... .seconds(86_400))
            checks.requireShare("slowFirstContent.rate", slow.rate)
            checks.require("slowFirstContent.minimumCalls", slow.minimumCalls, in: 1...1_000_000)
        }
        checks.require("openTime", openTime, in: .milliseconds(1) ... .seconds(86_400))
        checks.require("openTimeGrowth", openTimeGrowth, in: 1...10)
        checks.require("maximumOpenTime", maximumOpenTime, in: .milliseconds(1) ... .seconds(604_800))
        if maximumOpenTime < openTime {
            checks.report(
                "maximumOpenTime", value: "\(maximumOpenTime)", allowed: "at least openTime, which is \(openTime)")
        }
        checks.require("jitter", jitter, in: 0...0.5)
        checks.require("openAtOnceTime", openAtOnceTime, in: .milliseconds(1)...ChatError.longestCredibleWait)
        checks.require("longestThrottle", longestThrottle, in: .zero...ChatError.longestCredibleWait)
        checks.require("probes", probes, in: 1...100)
        checks.require("probeLease", probeLease, in: .milliseconds(1) ... .seconds(600))
        checks.require("rampTime", rampTime, in: .zero ... .seconds(3_600))
        checks.require("maximumTargets", maximumTargets, in: 1...1_000_000)
        return checks.problems
    }
}
