import LadderCore

/// Why a call is not asked again.
public enum RetryRefusal: Hashable, Sendable {
    /// Asking again cannot help against this kind of error.
    case cannotHelp
    /// This kind of error is asked again once, and it was.
    case once
    /// The layer's own attempts are used up.
    case attempts(Int)
    /// The call may not ask a model any more.
    case callAttempts
    /// What the call has left belongs to the models that could be asked instead.
    case leftForAlternatives
    /// The provider asks for a longer wait than the policy accepts.
    case patience(asked: Duration)
    /// The wait does not fit before the deadline.
    case deadline(wait: Duration)
    /// Too many calls are being asked again already.
    case throttle
}

extension RetryRefusal: CustomStringConvertible {
    /// A few words for the trace.
    public var description: String {
        switch self {
        case .cannotHelp: "asking again cannot help"
        case .once: "asked again once already"
        case .attempts(let count): count == 1 ? "1 attempt" : "\(count) attempts"
        case .callAttempts: "no attempt left"
        case .leftForAlternatives: "the attempts left belong to the alternatives"
        case .patience(let asked): "a wait of \(asked.shortText) is too long"
        case .deadline(let wait): "a wait of \(wait.shortText) does not fit before the deadline"
        case .throttle: "too many retries"
        }
    }
}
