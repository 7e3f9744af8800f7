import LadderCore

extension CircuitBreakerPolicy {
    /// One sentence for each option that is out of range.
    public var problems: [String] {
        var checks = OptionChecks(of: "CircuitBreaker")
        if let consecutiveFailures {
            checks.require("consecutiveFailures", value: consecutiveFailures, in: 1...1_000_000)
        }
        if let failureRate { checks.requireShare("failureRate", value: failureRate) }
        checks.require("minimumCalls", value: minimumCalls, in: 1...1_000_000)
        checks.require("window", value: window, in: .milliseconds(1) ... .seconds(86_400))
        if let slow = slowFirstContent {
            checks.require(
                "slowFirstContent.threshold", value: slow.threshold, in: .milliseconds(1) ... .seconds(86_400))
            checks.requireShare("slowFirstContent.rate", value: slow.rate)
            checks.require("slowFirstContent.minimumCalls", value: slow.minimumCalls, in: 1...1_000_000)
        }
        checks.require("openTime", value: openTime, in: .milliseconds(1) ... .seconds(86_400))
        checks.require("openTimeGrowth", value: openTimeGrowth, in: 1...10)
        checks.require("maximumOpenTime", value: maximumOpenTime, in: .milliseconds(1) ... .seconds(604_800))
        if maximumOpenTime < openTime {
            checks.report(
                "maximumOpenTime", value: "\(maximumOpenTime)", allowed: "at least openTime, which is \(openTime)")
        }
        checks.require("jitter", value: jitter, in: 0...0.5)
        checks.require("openAtOnceTime", value: openAtOnceTime, in: .milliseconds(1)...ChatError.longestCredibleWait)
        checks.require("longestThrottle", value: longestThrottle, in: .zero...ChatError.longestCredibleWait)
        checks.require("probes", value: probes, in: 1...100)
        checks.require("probeLease", value: probeLease, in: .milliseconds(1) ... .seconds(600))
        checks.require("rampTime", value: rampTime, in: .zero ... .seconds(3_600))
        checks.require("maximumTargets", value: maximumTargets, in: 1...1_000_000)
        return checks.problems
    }
}
