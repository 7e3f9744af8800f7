/// Whether an embedder, a store or a ledger may be called: not for a while after repeated failures, and then by one
/// caller as a trial.
package struct ServiceCooldown: Hashable, Sendable {
    private enum State: Hashable {
        case available
        case cooling(until: Instant)
        case onTrial
    }

    private let tolerated: Int
    private var failures = 0
    private var state = State.available

    /// Creates the state of a service that is available.
    ///
    /// - Parameter tolerated: The number of failures in a row after which the service is still called.
    package init(tolerating tolerated: Int = 0) {
        self.tolerated = tolerated
    }

    /// Returns whether to call the service now. After true the caller must report how the call ended.
    package mutating func begin(at now: Instant) -> Bool {
        switch state {
        case .available: return true
        case .cooling(let until):
            guard now >= until else { return false }
            state = .onTrial
            return true
        case .onTrial: return false
        }
    }

    package mutating func recordSuccess() {
        failures = 0
        state = .available
    }

    /// Records a failure, and returns whether a cooldown begins with it.
    package mutating func recordFailure(at now: Instant, cooldown: Duration) -> Bool {
        failures = failures.saturatingAdding(1)
        if case .cooling = state { return false }
        guard failures > tolerated || state == .onTrial else { return false }
        state = .cooling(until: now + cooldown)
        return true
    }

    /// Records that the call ended for a reason that says nothing about the service.
    package mutating func recordAbandonment(at now: Instant) {
        if state == .onTrial { state = .cooling(until: now) }
    }
}
