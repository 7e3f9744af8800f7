import LadderCore

/// The reason why a breaker entered its state.
public enum BreakerCause: String, Hashable, Sendable, CaseIterable {
    /// The breaker is new: nothing has happened yet.
    case initial
    /// As many calls in a row failed as the policy allows.
    case consecutiveFailures
    /// The share of failed calls in the window reached the policy's limit.
    case failureRate
    /// The share of answers with a slow first content in the window reached the policy's limit.
    case slowFirstContent
    /// The provider refused the key, reported a used-up quota, or asked for a long wait.
    case openedAtOnce
    /// Another process reported that the target fails.
    case sharedHint
    /// A probe failed, or its first content was slow.
    case probeFailed
    /// The open time is over, and the first probe was admitted.
    case openTimeOver
    /// As many probes succeeded as the policy asks for.
    case probesSucceeded
    /// The time in which load is admitted gradually is over.
    case rampOver
    /// An operator opened, closed, isolated or reset the breaker.
    case byHand
    /// The registry was full and removed this breaker to make room for another target.
    case evicted
}

extension BreakerCause: CustomStringConvertible {
    /// The cause in words, such as `consecutive failures`. For logs and metrics use the raw value.
    public var description: String { rawValue.inWords }
}
