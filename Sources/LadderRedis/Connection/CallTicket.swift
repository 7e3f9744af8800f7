import LadderCore

/// The place of a call in its connection, by which its caller can take it out again.
///
/// It changes under the lock of the connection; its own lock only makes it safe to share.
final class CallTicket: Sendable {
    enum Place {
        /// The call has not reached the connection yet.
        case nowhere
        /// The call waits for the connection, under this number.
        case unsent(Int)
        /// The call waits for its reply, under this number.
        case sent(Int)
        case cancelled
    }

    private let current = Locked(Place.nowhere)

    var place: Place {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }
}
