import Ladder

/// The transitions of all breakers, in order.
final class BreakerHistory: Sendable {
    /// The time from opening to closing, with the probes in between.
    struct Opening: Sendable {
        let target: String
        let opened: Instant
        let cause: BreakerCause
        var failedProbes = 0
        /// The time when a probe succeeded, or nil while the breaker is open.
        var closed: Instant?
    }

    private let steps = Locked<[BreakerTransition]>([])

    func add(_ step: BreakerTransition) {
        steps.withLock { $0.append(step) }
    }

    var openings: [Opening] {
        var openings: [Opening] = []
        for step in steps.withLock({ $0 }).sorted(by: { $0.number < $1.number }) {
            let current = openings.lastIndex { $0.target == step.target && $0.closed == nil }
            switch (step.to, current) {
            case (.open, nil): openings.append(Opening(target: step.target, opened: step.at, cause: step.cause))
            case (.open, let index?): openings[index].failedProbes += 1
            case (.recovering, let index?), (.closed, let index?): openings[index].closed = step.at
            default: break
            }
        }
        return openings
    }

    /// Returns the share of a time span in which the breaker of a target admitted only probes.
    func openShare(of target: String, from start: Instant, to end: Instant) -> Double {
        let open = openings.filter { $0.target == target }.reduce(Duration.zero) { sum, opening in
            let overlap = min(end, opening.closed ?? end) - max(start, opening.opened)
            return sum + max(.zero, overlap)
        }
        return open / (end - start)
    }
}
