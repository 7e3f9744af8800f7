public import LadderCore

/// A change of one breaker from one state to another.
///
/// An open time that becomes longer is no transition.
public struct BreakerTransition: Hashable, Sendable {
    /// The target whose breaker changed.
    public let target: String
    /// The state before the change.
    public let from: BreakerState
    /// The state after the change.
    public let to: BreakerState
    /// The reason for the change.
    public let cause: BreakerCause
    /// The moment of the change, on the runtime of the call that made it.
    public let at: Instant
    /// The position among all transitions of one `CircuitBreaker` under one runtime, from 1.
    ///
    /// An observer that is called on several threads can restore the order by it.
    public let number: UInt64

    package init(
        target: String, from: BreakerState, to: BreakerState, cause: BreakerCause, at: Instant, number: UInt64
    ) {
        self.target = target
        self.from = from
        self.to = to
        self.cause = cause
        self.at = at
        self.number = number
    }
}
