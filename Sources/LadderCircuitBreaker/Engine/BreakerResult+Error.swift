public import LadderCore

extension BreakerResult {
    /// Creates the result that an error stands for, by the error table and the policy's overrides.
    ///
    /// A cancellation is neutral: the caller left. An error that is no `ChatError` counts as `server`, as in all layers.
    ///
    /// - Parameters:
    ///   - error: The error that the call ended with.
    ///   - runtime: The runtime whose clock gives the named waits an end.
    ///   - policy: The policy whose ``CircuitBreakerPolicy/rules`` and ``CircuitBreakerPolicy/longestThrottle`` apply.
    public init(_ error: any Error, on runtime: Runtime, policy: CircuitBreakerPolicy = .standard) {
        guard let error = ChatError(unlessCancelled: error) else {
            self = .neutral
            return
        }
        switch error.rule(\.breaker, overrides: policy.rules) {
        case .neutral:
            self = .neutral
        case .failure:
            self = .failure(notBefore: error.namedEnd(on: runtime))
        case .failureIfAsked:
            self = error.occurredDuringAttempt ? .failure(notBefore: nil) : .neutral
        case .opens:
            self = .opens(until: error.namedEnd(on: runtime))
        case .neutralUnlessLongWait:
            let isLong = error.requestedWait.map { $0 > policy.longestThrottle } ?? false
            self = isLong ? .opens(until: error.namedEnd(on: runtime)) : .neutral
        }
    }
}

extension ChatError {
    /// The moment until which the provider said it will be unusable, if it named a credible one.
    fileprivate func namedEnd(on runtime: Runtime) -> Instant? {
        let now = runtime.now
        // A wait beside a used-up quota belongs to the limit per minute.
        guard case .quotaExhausted(let reset) = kind else { return requestedWait.map { now + $0 } }
        let wait = reset.map { $0 - runtime.wallNow }
        guard let wait, wait > .zero, wait <= ChatError.longestCredibleWait else { return nil }
        return now + wait
    }
}
