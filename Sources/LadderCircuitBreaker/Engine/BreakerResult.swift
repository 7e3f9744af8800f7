public import LadderCore

/// What the outcome of one call says about the health of its target.
public enum BreakerResult: Hashable, Sendable {
    /// The target answered. `firstContent` is the successful attempt's own time to its first content, where it is known.
    case success(firstContent: Duration?)
    /// The target failed. A breaker that opens because of it stays open at least until `notBefore`, where the provider
    /// named a time.
    case failure(notBefore: Instant?)
    /// The target is known to be unusable: the breaker opens at once, until this moment or for the policy's own time.
    case opens(until: Instant?)
    /// The call says nothing about the target.
    case neutral

    /// A success whose time to its first content is not known.
    public static let success = BreakerResult.success(firstContent: nil)
    /// A failure for which the provider named no time.
    public static let failure = BreakerResult.failure(notBefore: nil)

    /// Whether an open time may begin with this result, so that a random number for its jitter is needed.
    var mayOpen: Bool { self != .neutral && self != .success }
}
