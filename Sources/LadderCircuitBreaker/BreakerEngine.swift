public import LadderCore

/// One circuit breaker as a pure state machine: no task, no clock, no lock.
///
/// Use it bare where a `CircuitBreaker` layer does not fit: in front of an embedder, a database, a store.
///
/// ```swift
/// var breaker = BreakerEngine(CircuitBreakerPolicy())
/// let runtime = Runtime.live
/// switch breaker.admit(at: runtime.now) {
/// case .rejected(let until): print("not before", until)
/// case .admitted(let ticket): breaker.verdict(.success, of: ticket, at: runtime.now)
/// }
/// ```
///
/// It guarantees that a verdict counts only in the period its ticket was handed out in, that half-open never has more
/// probes under way than the policy says (one whose lease is over does not count), and that no verdict shortens an open
/// time. A verdict costs a few nanoseconds and no allocation; only probes are kept in a list.
public struct BreakerEngine: Hashable, Sendable {
    enum Phase: UInt8 {
        case closed, recovering, open, forcedOpen, isolated, halfOpen
    }

    // What every healthy call changes comes first and together: each cache line of it moves from core to core.
    var phase = Phase.closed
    /// The present period of admission. A new one begins when it half-opens and when it closes.
    public internal(set) var generation: UInt64
    /// What was counted since the breaker was made.
    public internal(set) var totals = BreakerTotals()
    var failuresInARow = 0
    var openings = 0
    var window: SlidingWindow
    let rules: BreakerRules
    /// The end of an open phase.
    var openEnd = Instant.origin
    /// The latest time a provider has named in a failure since the breaker closed.
    var notBefore: Instant?
    var ramp: Ramp
    var probes = ProbeSlots()
    /// Why it is in its state.
    public internal(set) var cause = BreakerCause.fresh

    /// A refused caller of a half-open breaker is told to look again so soon: the probe may be decided any time.
    static let lookAgain = Duration.seconds(1)
    /// The longest lease a probe's deadline gives it.
    static let longestLease = Duration.seconds(600)

    /// A closed breaker.
    ///
    /// Where several engines share one place, give each a first generation of its own, far from the others.
    public init(_ policy: CircuitBreakerPolicy, firstGeneration: UInt64 = 0) {
        self.init(rules: BreakerRules(policy), firstGeneration: firstGeneration)
    }

    init(rules: BreakerRules, firstGeneration: UInt64) {
        self.rules = rules
        generation = firstGeneration
        window = SlidingWindow(bucketWidth: rules.bucketWidth)
        ramp = Ramp(length: rules.rampTime)
    }

    /// Where it stands.
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

    /// Lets a call through, or does not. `deadline` is the call's own: a probe keeps its slot no longer.
    public mutating func admit(at now: Instant, deadline: Instant? = nil) -> BreakerAdmission {
        let admission = decide(at: now, deadline: deadline)
        if case .admitted = admission { totals.admitted += 1 } else { totals.rejected += 1 }
        return admission
    }

    /// The way of a healthy breaker, which needs no clock. Nil when it is not simply closed.
    mutating func admitIfClosed() -> BreakerTicket? {
        guard phase == .closed else { return nil }
        totals.admitted += 1
        return BreakerTicket(generation: generation)
    }

    private mutating func decide(at now: Instant, deadline: Instant?) -> BreakerAdmission {
        endRamp(at: now)
        switch phase {
        case .closed:
            return .admitted(BreakerTicket(generation: generation))
        case .recovering:
            guard ramp.admits(at: now) else { return .rejected(until: ramp.nextTrickle) }
            return .admitted(BreakerTicket(generation: generation))
        case .isolated:
            return .rejected(until: .distantFuture)
        case .open, .forcedOpen:
            guard now >= openEnd else { return .rejected(until: openEnd) }
            beginHalfOpen()
            return probe(at: now, deadline: deadline)
        case .halfOpen:
            return probe(at: now, deadline: deadline)
        }
    }

    private mutating func probe(at now: Instant, deadline: Instant?) -> BreakerAdmission {
        guard probes.succeeded + probes.occupied(at: now) < rules.probes else {
            let soon = now + BreakerEngine.lookAgain
            return .rejected(until: min(soon, probes.nextLeaseEnd(after: now) ?? soon))
        }
        let longest = now + BreakerEngine.longestLease
        let leaseEnd = deadline.map { min($0, longest) } ?? now + .nanoseconds(rules.probeLease)
        let id = probes.take(at: now, until: max(leaseEnd, now + .nanoseconds(1)))
        return .admitted(BreakerTicket(generation: generation, probe: id))
    }

    private mutating func beginHalfOpen() {
        phase = .halfOpen
        cause = .openTimeOver
        generation &+= 1
        probes = ProbeSlots()
    }

    mutating func endRamp(at now: Instant) {
        guard phase == .recovering, now >= ramp.end else { return }
        phase = .closed
        cause = .rampOver
    }
}
