/// A time limit that can be moved while an operation runs under it.
final class MovableLimit: Sendable {
    private struct State {
        var time: Instant?
        var becameEarlier: (@Sendable () -> Void)?
    }

    private let state: Locked<State>

    /// Creates a limit; nil means none yet.
    init(_ time: Instant?) {
        state = Locked(State(time: time))
    }

    /// The limit as it stands now; nil means none.
    var time: Instant? { state.withLock { $0.time } }

    /// Moves the limit. A timer that sleeps until a later time is started again.
    func move(to time: Instant?) {
        let restart = state.withLock { state -> (@Sendable () -> Void)? in
            let isEarlier = (time ?? .distantFuture) < (state.time ?? .distantFuture)
            state.time = time
            return isEarlier ? state.becameEarlier : nil
        }
        restart?()
    }

    /// Sets what is called when the limit becomes earlier.
    func onEarlier(_ action: (@Sendable () -> Void)?) {
        state.withLock { $0.becameEarlier = action }
    }
}
