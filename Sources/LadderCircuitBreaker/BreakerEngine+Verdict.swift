public import LadderCore

extension BreakerEngine {
    /// Counts what a call said of its target, once for each ticket.
    ///
    /// `random` is a number from 0 to 1 for the jitter of an open time; ½ means none.
    public mutating func verdict(
        _ verdict: BreakerVerdict, of ticket: BreakerTicket, at now: Instant, random: Double = 0.5
    ) {
        guard ticket.generation == generation else {
            totals.late += 1
            return
        }
        count(verdict)
        endRamp(at: now)
        switch phase {
        case .closed, .recovering: closedHears(verdict, at: now, random: random)
        case .halfOpen: halfOpenHears(verdict, of: ticket, at: now, random: random)
        case .open, .forcedOpen: openHears(verdict, at: now, random: random)
        case .isolated: break
        }
    }

    /// Decides a streaming probe at its head. The rest of its stream is an ordinary call and gets a ticket of its own, if
    /// the verdict still counted and the breaker is not open again.
    public mutating func verdictAtHead(
        _ verdict: BreakerVerdict, of ticket: BreakerTicket, at now: Instant, random: Double = 0.5
    ) -> BreakerTicket? {
        let isCurrent = ticket.generation == generation
        self.verdict(verdict, of: ticket, at: now, random: random)
        guard isCurrent else { return nil }
        switch phase {
        case .closed, .recovering, .halfOpen: return BreakerTicket(generation: generation)
        case .open, .forcedOpen, .isolated: return nil
        }
    }

    // MARK: Closed

    /// A success while it is closed changes nothing but counts. False when it is not simply closed.
    mutating func succeedsIfClosed(_ ticket: BreakerTicket, at now: Instant) -> Bool {
        guard phase == .closed, ticket.generation == generation else { return false }
        totals.succeeded += 1
        closedSucceeds(isSlow: false, at: now)
        return true
    }

    private mutating func closedSucceeds(isSlow: Bool, at now: Instant) {
        failuresInARow = 0
        if phase == .closed { openings = 0 }
        window.addSuccess(isSlow: isSlow, at: now.nanoseconds)
    }

    private mutating func closedHears(_ verdict: BreakerVerdict, at now: Instant, random: Double) {
        switch verdict {
        case .neutral:
            break
        case .success(let head):
            let isSlow = isSlow(head)
            closedSucceeds(isSlow: isSlow, at: now)
            if isSlow, exceeds(window.slow, rules.slowRate, rules.slowMinimumCalls) {
                open(at: now, because: .slowFirstContent, random: random)
            }
        case .failure(let named):
            keep(named)
            failuresInARow += 1
            window.addFailure(at: now.nanoseconds)
            // Only a failure can open it: the rate is not looked at when a call succeeds.
            if failuresInARow >= rules.consecutiveFailures {
                open(at: now, because: .consecutiveFailures, random: random)
            } else if exceeds(window.failures, rules.failureRate, rules.minimumCalls) {
                open(at: now, because: .failureRate, random: random)
            }
        case .opens(let end):
            openAtOnce(until: end, at: now, random: random)
        }
    }

    private func isSlow(_ head: Duration?) -> Bool {
        guard rules.slowThreshold != .max, let head else { return false }
        return head.clampedNanoseconds >= rules.slowThreshold
    }

    private func exceeds(_ count: Int, _ rate: Double, _ minimum: Int) -> Bool {
        window.calls >= minimum && Double(count) >= rate * Double(window.calls)
    }

    // MARK: Half-open

    private mutating func halfOpenHears(
        _ verdict: BreakerVerdict, of ticket: BreakerTicket, at now: Instant, random: Double
    ) {
        if ticket.isProbe, !probes.decide(ticket.probe) { return }
        switch verdict {
        case .neutral:
            break
        case .success(let head):
            // The rest of a stream whose head was a good probe has been counted.
            guard ticket.isProbe else { return }
            if isSlow(head) { return open(at: now, because: .probeFailed, random: random) }
            probes.succeed()
            if probes.succeeded >= rules.probes { closeGradually(at: now, because: .probesSucceeded) }
        case .failure(let named):
            keep(named)
            open(at: now, because: .probeFailed, random: random)
        case .opens(let end):
            openAtOnce(until: end, at: now, random: random)
        }
    }

    // MARK: Open

    /// Calls that were under way when it opened can make the time longer, never shorter.
    private mutating func openHears(_ verdict: BreakerVerdict, at now: Instant, random: Double) {
        switch verdict {
        case .success, .neutral: break
        case .failure(let named): if let named { openEnd = max(openEnd, named) }
        case .opens(let end): openEnd = max(openEnd, end ?? now + rules.openAtOnceTime(random: random))
        }
    }

    // MARK: Steps

    private mutating func keep(_ named: Instant?) {
        guard let named else { return }
        notBefore = max(notBefore ?? named, named)
    }

    private mutating func open(at now: Instant, because cause: BreakerCause, random: Double) {
        let end = now + rules.openTime(after: openings, random: random)
        openings = min(openings + 1, 64)
        beginOpen(until: end, because: cause)
    }

    private mutating func openAtOnce(until end: Instant?, at now: Instant, random: Double) {
        beginOpen(until: end ?? now + rules.openAtOnceTime(random: random), because: .openedAtOnce)
    }

    private mutating func beginOpen(until end: Instant, because cause: BreakerCause) {
        phase = .open
        self.cause = cause
        openEnd = max(end, notBefore ?? end)
        probes = ProbeSlots()
    }

    /// A new period of admission: nothing of the old one counts any more.
    mutating func closeGradually(at now: Instant, because cause: BreakerCause) {
        generation &+= 1
        failuresInARow = 0
        notBefore = nil
        window.clear()
        probes = ProbeSlots()
        ramp.begin(at: now)
        phase = ramp.isNeeded ? .recovering : .closed
        self.cause = cause
    }

    private mutating func count(_ verdict: BreakerVerdict) {
        switch verdict {
        case .success: totals.succeeded += 1
        case .failure, .opens: totals.failed += 1
        case .neutral: totals.neutral += 1
        }
    }
}
