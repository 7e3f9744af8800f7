public import LadderCore

/// One circuit breaker as a pure state machine: no task, no clock, no lock.
///
/// Use it where the ``CircuitBreaker`` layer does not fit: in front of an embedder, a database or a store.
///
/// ```swift
/// var breaker = BreakerEngine(CircuitBreakerPolicy())
/// let runtime = Runtime.live
/// switch breaker.admit(at: runtime.now) {
/// case .rejected(let until): print("not before", until)
/// case .admitted(let ticket): breaker.record(.success, for: ticket, at: runtime.now)
/// }
/// ```
///
/// It guarantees that a result counts only in the period in which its ticket was handed out, that a half-open breaker never
/// has more probes under way than the policy says (a probe whose lease is over is not counted), and that no result makes
/// an open time shorter.
public struct BreakerEngine: Hashable, Sendable {
    enum Phase {
        case closed, recovering, open, forcedOpen, isolated, halfOpen
    }

    let rules: BreakerRules
    var phase = Phase.closed
    /// The present period of admission. A new one begins when the breaker half-opens, closes or is reset.
    package internal(set) var generation: UInt64
    /// The reason why the breaker is in its state.
    public internal(set) var cause = BreakerCause.initial
    /// The counts since the breaker was made or reset.
    public internal(set) var totals = BreakerTotals()
    var window: SlidingWindow
    var failuresInARow = 0
    /// The number of openings since the target was last healthy.
    var openings = 0
    /// The end of an open period.
    var openEnd = Instant.origin
    /// The latest moment that a provider has named in a failure since the breaker closed.
    var notBefore: Instant?
    var probes = ProbeSlots()
    /// The id of the hint of another process that was read last.
    var lastHint: UInt64?
    var ramp: Ramp

    /// The time after which a caller refused by a half-open breaker may ask again: the probe may be decided at any moment.
    static let halfOpenPause = Duration.seconds(1)
    /// The longest lease that a probe gets from its call's deadline.
    static let longestLease = Duration.seconds(600)

    /// Creates a closed breaker.
    public init(_ policy: CircuitBreakerPolicy = .standard) {
        self.init(rules: BreakerRules(policy), firstGeneration: 0)
    }

    init(rules: BreakerRules, firstGeneration: UInt64) {
        self.rules = rules
        generation = firstGeneration
        window = SlidingWindow(bucketWidth: rules.bucketWidth)
        ramp = Ramp(length: rules.rampTime)
    }

    /// The present state.
    public var state: BreakerState {
        switch phase {
        case .closed: .closed
        case .recovering: .recovering(until: ramp.end)
        case .open: .open(until: openEnd)
        case .forcedOpen: .forcedOpen(until: openEnd)
        case .isolated: .isolated
        case .halfOpen: .halfOpen
        }
    }

    // MARK: Admission

    /// Admits or refuses a call.
    ///
    /// - Parameters:
    ///   - now: The present moment.
    ///   - deadline: The call's own deadline, if it has one. A probe keeps its slot until then, for ten minutes at most;
    ///     without a deadline for ``CircuitBreakerPolicy/probeLease``.
    public mutating func admit(at now: Instant, deadline: Instant? = nil) -> BreakerAdmission {
        let admission = decide(at: now, deadline: deadline)
        if case .admitted = admission { totals.admitted += 1 } else { totals.rejected += 1 }
        return admission
    }

    private mutating func decide(at now: Instant, deadline: Instant?) -> BreakerAdmission {
        endRampIfOver(at: now)
        switch phase {
        case .closed:
            return .admitted(BreakerTicket(generation: generation))
        case .recovering:
            guard ramp.admits(at: now) else { return .rejected(until: ramp.nextGuaranteed) }
            return .admitted(BreakerTicket(generation: generation))
        case .isolated:
            return .rejected(until: .distantFuture)
        case .open, .forcedOpen:
            guard now >= openEnd else { return .rejected(until: openEnd) }
            beginHalfOpen()
            return admitProbe(at: now, deadline: deadline)
        case .halfOpen:
            return admitProbe(at: now, deadline: deadline)
        }
    }

    private mutating func admitProbe(at now: Instant, deadline: Instant?) -> BreakerAdmission {
        guard probes.succeeded + probes.occupied(at: now) < rules.probes else {
            let soon = now + BreakerEngine.halfOpenPause
            return .rejected(until: min(soon, probes.nextLeaseEnd(after: now) ?? soon))
        }
        let longest = now + BreakerEngine.longestLease
        let leaseEnd = deadline.map { min($0, longest) } ?? now + .nanoseconds(rules.probeLease)
        let probe = probes.take(at: now, until: max(leaseEnd, now + .nanoseconds(1)))
        return .admitted(BreakerTicket(generation: generation, probe: probe))
    }

    private mutating func beginHalfOpen() {
        phase = .halfOpen
        cause = .openTimeOver
        generation &+= 1
        probes = ProbeSlots()
    }

    mutating func endRampIfOver(at now: Instant) {
        guard phase == .recovering, now >= ramp.end else { return }
        phase = .closed
        cause = .rampOver
    }
}
