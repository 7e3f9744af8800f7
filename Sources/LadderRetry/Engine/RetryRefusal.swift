import LadderCore

/// Why Retry does not ask again.
public enum RetryRefusal: Hashable, Sendable {
    /// The rule for this kind of error is to never retry it.
    case cannotHelp
    /// The rule for this kind of error is to retry it once, and that has happened.
    case retriedOnce
    /// The policy's attempts are used up; the value is their number.
    case attempts(Int)
    /// The call has used all attempts it may make at any model.
    case callAttempts
    /// The attempts that the call has left are reserved for the models that could be asked instead.
    case reservedForAlternatives
    /// The provider asks for a longer wait than the policy accepts.
    case patience(requested: Duration)
    /// The wait does not end before the deadline.
    case deadline(delay: Duration)
    /// The throttle allows no more retries for now.
    case throttled

    /// The wait that was too long, for the trace.
    var delay: Duration? {
        switch self {
        case .patience(let delay), .deadline(let delay): delay
        default: nil
        }
    }
}

extension RetryRefusal: CustomStringConvertible {
    /// A few words for the trace, such as `3 attempts` or `too many retries`.
    public var description: String {
        switch self {
        case .cannotHelp: "asking again cannot help"
        case .retriedOnce: "already retried once"
        case .attempts(let count): count == 1 ? "1 attempt" : "\(count) attempts"
        case .callAttempts: "no attempt left"
        case .reservedForAlternatives: "the attempts left are reserved for the alternatives"
        case .patience(let requested): "a wait of \(requested.shortText) is too long"
        case .deadline(let delay): "a wait of \(delay.shortText) does not fit before the deadline"
        case .throttled: "too many retries"
        }
    }
}
