public import LadderCore

/// The answer of a breaker to a call that wants to reach the target.
public enum BreakerAdmission: Hashable, Sendable {
    /// The call may proceed. Record its result with this ticket.
    case admitted(BreakerTicket)
    /// The call must not proceed. Another call before this moment would be refused too, unless a probe closes the breaker.
    case rejected(until: Instant)
}
