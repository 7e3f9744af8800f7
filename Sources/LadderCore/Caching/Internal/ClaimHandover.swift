/// A claim on its way from a store to a caller that may leave at any moment.
///
/// Of the two ends, the one that comes second learns of the other, so that a claim that is granted to no caller is released
/// exactly once.
final class ClaimHandover: Sendable {
    private enum State {
        case open
        case granted
        case abandoned
    }

    private let state = Locked(State.open)

    /// Notes that the claim was granted. Returns false where the caller has left.
    func grant() -> Bool {
        state.withLock { state in
            guard state == .open else { return false }
            state = .granted
            return true
        }
    }

    /// Notes that the caller has left. Returns whether the claim was granted.
    func abandon() -> Bool {
        state.withLock { state in
            defer { state = .abandoned }
            return state == .granted
        }
    }
}
