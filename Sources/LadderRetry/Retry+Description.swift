public import LadderCore

extension Retry {
    /// The options, and what they make of the worst case.
    public var layerDescription: LayerDescription {
        let policy = policy
        let backoff = policy.backoff
        var options = [
            LayerOption("attempts", value: "\(policy.maximumAttempts)"),
            LayerOption(
                "backoff", value: "\(backoff.base.shortText) × \(backoff.factor) up to \(backoff.cap.shortText)"),
            LayerOption("jitter", value: backoff.jitter.rawValue),
            LayerOption(
                "patience",
                value: "\(policy.patience.shortText), \(policy.patienceWithAlternative.shortText) with an alternative"),
        ]
        if let throttle = throttle?.policy {
            let share = "\(throttle.percent) % of calls in \(throttle.window.shortText)"
            options.append(LayerOption("throttle", value: "\(share) and \(throttle.reserve) more"))
        } else {
            options.append(LayerOption("throttle", value: "none"))
        }
        return LayerDescription(role: .retry, name: "Retry", options: options) { inner in
            var worst = inner.repeated(policy.maximumAttempts)
            let waits = policy.longestWaits
            worst.wait = worst.wait.saturatingAdding(waits)
            worst.time = worst.time?.saturatingAdding(waits)
            return worst
        }
    }
}

extension RetryPolicy {
    /// All waits of a sequence, each as long as backoff or patience allow.
    var longestWaits: Duration {
        guard maximumAttempts > 1 else { return .zero }
        let patience = max(patience, patienceWithAlternative)
        let asked = patience.saturatingAdding(RetrySequence.spread(of: patience))
        // A policy with problems may name any number; waits beyond the twentieth say nothing new.
        return (1...min(maximumAttempts - 1, 19)).reduce(.zero) { sum, repetition in
            sum.saturatingAdding(max(backoff.longest(before: repetition), asked))
        }
    }
}

extension Duration {
    fileprivate func saturatingAdding(_ other: Duration) -> Duration {
        .nanoseconds(clampedNanoseconds.saturatingAdding(other.clampedNanoseconds))
    }
}
