import LadderCircuitBreaker
import LadderCore

extension Instant {
    /// The moment this many seconds after the origin.
    static func seconds(_ seconds: Double) -> Instant { .origin + .seconds(seconds) }
}

extension BreakerAdmission {
    var ticket: BreakerTicket? {
        if case .admitted(let ticket) = self { return ticket }
        return nil
    }

    var rejectedUntil: Instant? {
        if case .rejected(let until) = self { return until }
        return nil
    }
}

extension CircuitBreakerPolicy {
    /// Small and without jitter: opens at `failures` in a row for ten seconds, all load admitted at once after closing.
    static func plain(
        failures: Int = 2, openTime: Duration = .seconds(10), probes: Int = 1, ramp: Duration = .zero
    ) -> CircuitBreakerPolicy {
        var policy = CircuitBreakerPolicy(
            consecutiveFailures: failures, failureRate: nil, openTime: openTime, probes: probes)
        policy.jitter = 0
        policy.rampTime = ramp
        return policy
    }
}

extension BreakerEngine {
    /// Admits one call and records its result at once. Returns whether it was admitted.
    @discardableResult
    mutating func call(_ result: BreakerResult, at now: Instant, jitter: Double = 0.5) -> Bool {
        guard let ticket = admit(at: now).ticket else { return false }
        record(result, for: ticket, at: now, jitter: jitter)
        return true
    }

    /// A breaker that has just opened at `now`.
    static func opened(_ policy: CircuitBreakerPolicy, at now: Instant) -> BreakerEngine {
        var engine = BreakerEngine(policy)
        while engine.state == .closed { engine.call(.failure, at: now) }
        return engine
    }
}
