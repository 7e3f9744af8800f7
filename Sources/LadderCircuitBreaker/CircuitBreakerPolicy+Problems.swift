extension CircuitBreakerPolicy {
    /// What is wrong with it, one sentence each.
    public var problems: [String] {
        var list = ProblemList()
        if let consecutiveFailures {
            list.check("consecutiveFailures", consecutiveFailures, in: 1...1_000_000)
        }
        if let failureRate { list.checkShare("failureRate", failureRate) }
        list.check("minimumCalls", minimumCalls, in: 1...1_000_000)
        list.check("window", window, in: .milliseconds(1) ... .seconds(86_400))
        if let slowFirstContent {
            list.check(
                "slowFirstContent.threshold", slowFirstContent.threshold, in: .milliseconds(1) ... .seconds(86_400))
            list.checkShare("slowFirstContent.rate", slowFirstContent.rate)
            list.check("slowFirstContent.minimumCalls", slowFirstContent.minimumCalls, in: 1...1_000_000)
        }
        list.check("openTime", openTime, in: .milliseconds(1) ... .seconds(86_400))
        list.check("openTimeGrowth", openTimeGrowth, in: 1...10)
        list.check("maximumOpenTime", maximumOpenTime, in: .milliseconds(1) ... .seconds(604_800))
        if maximumOpenTime < openTime {
            list.add("maximumOpenTime", "\(maximumOpenTime)", "at least openTime, which is \(openTime)")
        }
        list.check("jitter", jitter, in: 0...0.5)
        list.check("openAtOnceTime", openAtOnceTime, in: .milliseconds(1) ... .seconds(2_678_400))
        list.check("longestThrottle", longestThrottle, in: .zero ... .seconds(2_678_400))
        list.check("probes", probes, in: 1...100)
        list.check("probeLease", probeLease, in: .milliseconds(1) ... .seconds(600))
        list.check("rampTime", rampTime, in: .zero ... .seconds(3_600))
        list.check("maximumTargets", maximumTargets, in: 1...1_000_000)
        return list.problems
    }
}

/// Sentences about options that are out of range.
private struct ProblemList {
    var problems: [String] = []

    mutating func add(_ option: String, _ value: String, _ allowed: String) {
        problems.append("CircuitBreaker.\(option) is \(value); allowed \(allowed)")
    }

    /// NaN is in no range.
    mutating func check<Value: Comparable>(_ option: String, _ value: Value, in range: ClosedRange<Value>) {
        guard !range.contains(value) else { return }
        add(option, "\(value)", "\(range.lowerBound)…\(range.upperBound)")
    }

    mutating func checkShare(_ option: String, _ value: Double) {
        guard !(value > 0 && value <= 1) else { return }
        add(option, "\(value)", "above 0, up to 1")
    }
}
