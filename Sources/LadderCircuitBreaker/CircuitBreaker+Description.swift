public import LadderCore

extension CircuitBreaker {
    /// The role, and every option of the policy. A breaker adds nothing to the worst case.
    public var layerDescription: LayerDescription {
        LayerDescription(role: .circuitBreaker, name: CircuitBreaker.stage, options: policy.options)
    }
}

extension CircuitBreakerPolicy {
    fileprivate var options: [LayerOption] {
        var options: [LayerOption] = []
        func add(_ name: String, value: String) { options.append(LayerOption(name, value: value)) }
        add("consecutive failures", value: consecutiveFailures.map { "\($0)" } ?? "off")
        add(
            "failure rate",
            value: failureRate.map { "\($0) of at least \(minimumCalls) in \(window.shortText)" } ?? "off")
        add(
            "slow first content",
            value: slowFirstContent.map {
                "\($0.rate) over \($0.threshold.shortText), of at least \($0.minimumCalls) in \(window.shortText)"
            } ?? "off")
        add("open", value: "\(openTime.shortText) ×\(openTimeGrowth) up to \(maximumOpenTime.shortText) ±\(jitter)")
        add("open at once", value: openAtOnceTime.shortText)
        add("longest throttle", value: longestThrottle.shortText)
        add("probes", value: "\(probes), lease \(probeLease.shortText)")
        add("ramp", value: rampTime.shortText)
        add("maximum targets", value: "\(maximumTargets)")
        if let rules = rules.ruleText { add("rules", value: rules) }
        return options
    }
}
