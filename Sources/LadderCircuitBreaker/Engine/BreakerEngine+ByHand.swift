public import LadderCore

extension BreakerEngine {
    /// Opens the breaker by hand, for this time or the policy's open time; then probes decide as usual.
    ///
    /// An open time that ends later stays, and so does an isolation.
    public mutating func open(for duration: Duration? = nil, at now: Instant) {
        let end = now + max(.zero, duration ?? rules.openTime(after: 0, jitter: 0.5))
        switch phase {
        case .isolated: return
        case .open, .forcedOpen: openEnd = max(openEnd, end)
        case .closed, .recovering, .halfOpen: openEnd = end
        }
        phase = .forcedOpen
        cause = .byHand
        probes = ProbeSlots()
    }

    /// Closes the breaker by hand; load is admitted gradually. A breaker that is closed or recovering does not change.
    public mutating func close(at now: Instant) {
        guard phase != .closed, phase != .recovering else { return }
        closeGradually(at: now, because: .byHand)
    }

    /// Opens the breaker by hand until it is closed or reset by hand.
    public mutating func isolate() {
        phase = .isolated
        cause = .byHand
        probes = ProbeSlots()
    }

    /// Makes the breaker new: closed, all load admitted at once, all counts zero.
    public mutating func reset() {
        self = BreakerEngine(rules: rules, firstGeneration: generation &+ 1)
        cause = .byHand
    }

    /// Returns the state and the counts under the name of a target.
    public func snapshot(of target: String, at now: Instant) -> BreakerSnapshot {
        var window = window
        window.advance(to: now.nanoseconds)
        let counts = window.total
        return BreakerSnapshot(
            target: target, state: state, cause: cause, consecutiveFailures: failuresInARow, calls: counts.calls,
            failures: counts.failures, slowFirstContent: counts.slow, openings: openings,
            probesUnderWay: phase == .halfOpen ? probes.occupied(at: now) : 0, totals: totals)
    }
}
