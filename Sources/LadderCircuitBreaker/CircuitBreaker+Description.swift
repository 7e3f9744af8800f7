public import LadderCore

extension CircuitBreaker {
    /// Its role and every option. A breaker never makes the worst case worse.
    public var layerDescription: LayerDescription {
        LayerDescription(role: .circuitBreaker, name: CircuitBreaker.stage, options: policy.options)
    }
}

extension CircuitBreakerPolicy {
    var options: [LayerOption] {
        var options: [LayerOption] = []
        func add(_ name: String, _ value: String) { options.append(LayerOption(name, value: value)) }
        add("consecutive failures", consecutiveFailures.map { "\($0)" } ?? "off")
        add("failure rate", failureRate.map { "\($0) of at least \(minimumCalls) in \(window.shortText)" } ?? "off")
        add(
            "slow heads",
            slowFirstContent.map {
                "\($0.rate) over \($0.threshold.shortText), of at least \($0.minimumCalls) in \(window.shortText)"
            } ?? "off")
        add("open", "\(openTime.shortText) ×\(openTimeGrowth) up to \(maximumOpenTime.shortText) ±\(jitter)")
        add("open at once", openAtOnceTime.shortText)
        add("longest throttle", longestThrottle.shortText)
        add("probes", "\(probes), lease \(probeLease.shortText)")
        add("ramp", rampTime.shortText)
        add("maximum targets", "\(maximumTargets)")
        return options
    }
}
