import LadderCore

/// Whether an embedder may be called: not for a while after a failure, and then by one caller as a trial.
struct EmbedderCooldown: Hashable {
    private enum State: Hashable {
        case available
        case cooling(until: Instant)
        case onTrial
    }

    private var state = State.available

    /// Returns whether to call the embedder now. After true the caller must report how the call ended.
    mutating func begin(at now: Instant) -> Bool {
        switch state {
        case .available: return true
        case .cooling(let until):
            guard now >= until else { return false }
            state = .onTrial
            return true
        case .onTrial: return false
        }
    }

    mutating func recordSuccess() {
        state = .available
    }

    mutating func recordFailure(at now: Instant, cooldown: Duration) {
        state = .cooling(until: now + cooldown)
    }

    /// Records that the call ended for a reason that says nothing about the embedder.
    mutating func recordAbandonment(at now: Instant) {
        if state == .onTrial { state = .cooling(until: now) }
    }
}
