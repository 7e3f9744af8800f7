public import LadderCore

/// Where a breaker stands.
///
/// An open breaker whose time is over stays `open` until the next call comes and becomes its probe.
public enum BreakerState: Hashable, Sendable {
    /// All calls go through.
    case closed
    /// Just closed: a growing share of the calls goes through.
    case recovering(until: Instant)
    /// No call goes through.
    case open(until: Instant)
    /// Probes find out whether the target is back.
    case halfOpen
    /// Opened by hand, until a moment.
    case forcedOpen(until: Instant)
    /// Opened by hand, until it is closed by hand.
    case isolated

    /// A stable name for logs and metrics.
    public var name: String {
        switch self {
        case .closed: "closed"
        case .recovering: "recovering"
        case .open: "open"
        case .halfOpen: "halfOpen"
        case .forcedOpen: "forcedOpen"
        case .isolated: "isolated"
        }
    }
}

/// Why a breaker is where it is.
public enum BreakerCause: String, Hashable, Sendable, CaseIterable {
    /// Nothing has happened yet.
    case fresh
    /// Too many failures in a row.
    case consecutiveFailures
    /// Too large a share of failures.
    case failureRate
    /// Too large a share of slow first content.
    case slowFirstContent
    /// The provider refused the key, named the end of a quota, or asked for a long wait.
    case openedAtOnce
    /// A probe failed.
    case probeFailed
    /// The open time is over.
    case openTimeOver
    /// All probes succeeded.
    case probesSucceeded
    /// All load is let in again.
    case rampOver
    /// Somebody said so.
    case byHand
    /// The registry was full of open breakers and forgot the least recently used.
    case forgotten
}

/// A breaker's step from one state to another.
public struct BreakerTransition: Hashable, Sendable {
    /// Whose breaker.
    public let target: String
    /// Where it stood.
    public let from: BreakerState
    /// Where it stands.
    public let to: BreakerState
    /// Why.
    public let cause: BreakerCause
    /// When.
    public let at: Instant
    /// Counts the transitions of one `CircuitBreaker`, from 1: observers on several threads can tell their order by it.
    public let number: UInt64

    /// A step from one state to another.
    public init(
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
