package import Ladder

/// The time from the opening of a circuit breaker to its closing.
package struct BreakerOpening: Hashable, Sendable {
    package let target: String
    package let opened: Duration
    package let cause: String
    /// The number of probes that failed meanwhile.
    package var failedProbes = 0
    /// The time when a probe succeeded, or nil while the breaker is open.
    package var closed: Duration?

    /// Returns the openings in a list of transitions.
    ///
    /// - Parameter start: The instant from which on times count.
    package static func openings(in steps: [BreakerTransition], since start: Instant) -> [BreakerOpening] {
        var openings: [BreakerOpening] = []
        for step in steps {
            let time = step.at - start
            let current = openings.lastIndex { $0.target == step.target && $0.closed == nil }
            switch (step.to, current) {
            case (.open, nil):
                openings.append(BreakerOpening(target: step.target, opened: time, cause: "\(step.cause)"))
            case (.open, let index?): openings[index].failedProbes += 1
            case (.recovering, let index?), (.closed, let index?): openings[index].closed = time
            default: break
            }
        }
        return openings
    }
}
