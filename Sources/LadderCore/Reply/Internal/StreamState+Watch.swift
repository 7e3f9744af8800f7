extension StreamState {
    /// The task that waits for the next limit. A new one takes the turn from the one before.
    struct Watch {
        private(set) var turn = 0
        var isOn = false

        mutating func begin() -> Int {
            isOn = true
            turn += 1
            return turn
        }

        func isOn(turn: Int) -> Bool { isOn && turn == self.turn }
    }

    /// Narrows the limits. Returns a turn when a watch must begin, because the end has come nearer.
    mutating func narrow(silence: Duration?, cut: StreamLimits.Cut?) -> Int? {
        let before = limits.cut?.at
        limits.narrow(silence: silence, cut: cut)
        guard let at = limits.cut?.at, at != before, feed != .reader, ending == nil else { return nil }
        return watch.begin()
    }

    /// Returns the limit that the watch of this turn waits for. Nil when it is not needed any more.
    mutating func nextDue(turn: Int, now: Instant) -> StreamLimits.Cut? {
        guard turn == watch.turn else { return nil }
        if !isOver, let due = limits.due(waitingSince: waitingSince, now: now) { return due }
        watch.isOn = false
        return nil
    }

    /// Begins a new silence for a reader that waits.
    mutating func noteProgress(at now: Instant) {
        if case .waiting(let continuation, _) = reader { reader = .waiting(continuation, since: now) }
    }

    private var isOver: Bool {
        ending != nil || (sourceEnd != nil && (isCollected || read == received.count))
    }

    /// What a stream waits for.
    enum Delay {
        case model
        case reader
    }

    /// The cause of the delay at a limit that is reached now. Nil when there is nothing left to wait for.
    ///
    /// Pieces that were here in time and not taken are the reader's delay, unless it only collects, or has waited for
    /// them and has not run since.
    var delay: Delay? {
        if isOver { return nil }
        if case .due = reader { return .model }
        return !isCollected && read < received.count ? .reader : .model
    }
}
