public import LadderCore

extension BreakerEngine {
    /// Opens it by hand, for the policy's open time unless given, then probes as usual. An open time that ends later stays.
    public mutating func open(for duration: Duration? = nil, at now: Instant) {
        let end = now + max(.zero, duration ?? rules.openTime(after: 0, random: 0.5))
        switch phase {
        case .isolated: return
        case .open, .forcedOpen: openEnd = max(openEnd, end)
        case .closed, .recovering, .halfOpen: openEnd = end
        }
        phase = .forcedOpen
        cause = .byHand
        probes = ProbeSlots()
    }

    /// Closes it by hand; load is let in gradually. Nothing happens to one that is closed.
    public mutating func close(at now: Instant) {
        guard phase != .closed, phase != .recovering else { return }
        closeGradually(at: now, because: .byHand)
    }

    /// Keeps it open until it is closed by hand.
    public mutating func isolate() {
        phase = .isolated
        cause = .byHand
        probes = ProbeSlots()
    }

    /// Makes it new: closed, all load let in, nothing remembered, totals included.
    public mutating func reset() {
        self = BreakerEngine(rules: rules, firstGeneration: generation &+ 1)
        cause = .byHand
    }

    /// What it has counted.
    public func snapshot(of target: String, at now: Instant) -> BreakerSnapshot {
        var window = window
        window.advance(to: now.nanoseconds)
        return BreakerSnapshot(
            target: target, state: state, cause: cause, consecutiveFailures: failuresInARow, calls: window.calls,
            failures: window.failures, slowFirstContent: window.slow, openings: openings,
            probesUnderWay: phase == .halfOpen ? probes.occupied(at: now) : 0, totals: totals)
    }
}
