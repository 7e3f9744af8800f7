public import LadderCore

extension Retry {
    /// The options of the policy and the throttle, and the worst case of a call with this many attempts and waits.
    public var layerDescription: LayerDescription {
        let policy = policy
        return LayerDescription(role: .retry, name: "Retry", options: options) { inner in
            var worst = inner.repeated(policy.maximumAttempts)
            let delays = policy.longestDelays
            worst.wait = worst.wait.saturatingAdding(delays)
            worst.time = worst.time?.saturatingAdding(delays)
            return worst
        }
    }

    private var options: [LayerOption] {
        let backoff = policy.backoff
        let growth = "\(backoff.base.shortText) × \(backoff.factor) up to \(backoff.cap.shortText)"
        let patience = "\(policy.patience.shortText), \(policy.patienceWithAlternative.shortText) with an alternative"
        var options = [
            LayerOption("attempts", value: "\(policy.maximumAttempts)"),
            LayerOption("backoff", value: growth),
            LayerOption("jitter", value: backoff.jitter.rawValue),
            LayerOption("patience", value: patience),
            LayerOption("throttle", value: throttle?.policy.optionText ?? "none"),
        ]
        if let rules = policy.rules.ruleText { options.append(LayerOption("rules", value: rules)) }
        return options
    }
}

extension RetryThrottlePolicy {
    fileprivate var optionText: String { "\(percent) % of calls in \(window.shortText) and \(reserve) more" }
}

extension RetryPolicy {
    /// The sum of all waits of a sequence, each as long as backoff and patience allow.
    fileprivate var longestDelays: Duration {
        guard maximumAttempts > 1 else { return .zero }
        let longestPatience = max(patience, patienceWithAlternative)
        let requested = longestPatience.saturatingAdding(RetrySequence.spread(of: longestPatience))
        // A policy with problems may name any number of attempts; the sum of the 19 waits that are allowed is enough.
        return (1...min(maximumAttempts - 1, 19)).reduce(.zero) { sum, repetition in
            sum.saturatingAdding(max(backoff.longestDelay(before: repetition), requested))
        }
    }
}
