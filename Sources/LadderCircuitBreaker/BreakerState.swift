public import LadderCore

/// The state of one breaker.
///
/// An open breaker whose time is over stays ``open(until:)`` until the next call comes and becomes its probe.
public enum BreakerState: Hashable, Sendable {
    /// All calls are admitted.
    case closed
    /// The breaker has just closed: a growing share of the calls is admitted.
    case recovering(until: Instant)
    /// No call is admitted until this moment.
    case open(until: Instant)
    /// Only probes are admitted, which find out whether the target is back.
    case halfOpen
    /// Opened by hand: no call is admitted until this moment.
    case forcedOpen(until: Instant)
    /// Isolated by hand: no call is admitted until the breaker is closed by hand.
    case isolated

    /// A stable name for logs and metrics, such as `halfOpen`.
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

extension BreakerState: CustomStringConvertible {
    /// The state in words, such as `half open` or `open until 42.5 s`.
    public var description: String {
        switch self {
        case .closed, .halfOpen, .isolated: name.inWords
        case .recovering(let until), .open(let until), .forcedOpen(let until): "\(name.inWords) until \(until)"
        }
    }
}
