import LadderCore

/// Whether an embedder may be asked: after a failure it rests, and then one caller tries for all.
struct EmbedderRest: Hashable {
    private enum State: Hashable {
        case well
        case resting(until: Instant)
        case tried
    }

    private var state = State.well

    /// Whether to ask now. Whoever is told yes must say how it ended.
    mutating func begin(at now: Instant) -> Bool {
        switch state {
        case .well: return true
        case .resting(let until):
            guard now >= until else { return false }
            state = .tried
            return true
        case .tried: return false
        }
    }

    mutating func succeeded() {
        state = .well
    }

    mutating func failed(at now: Instant, rest: Duration) {
        state = .resting(until: now + rest)
    }

    /// It ended for a reason that is not the embedder's.
    mutating func leftEarly(at now: Instant) {
        if state == .tried { state = .resting(until: now) }
    }
}
