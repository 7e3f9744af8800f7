public import LadderCore

extension BreakerEngine {
    /// Records what the outcome of an admitted call says about the target.
    ///
    /// A result for a ticket of an earlier period counts as late and changes nothing else. A probe's ticket counts once.
    ///
    /// - Parameters:
    ///   - result: What the outcome says.
    ///   - ticket: The ticket that the call was admitted with.
    ///   - now: The present moment.
    ///   - jitter: A random number from 0 to 1, which places an open time within the policy's jitter. 0.5 is the middle.
    public mutating func record(
        _ result: BreakerResult, for ticket: BreakerTicket, at now: Instant, jitter: Double = 0.5
    ) {
        guard ticket.generation == generation else {
            totals.late += 1
            return
        }
        switch result {
        case .success: totals.succeeded += 1
        case .failure, .opens: totals.failed += 1
        case .neutral: totals.neutral += 1
        }
        endRampIfOver(at: now)
        switch phase {
        case .closed, .recovering: recordWhileClosed(result, at: now, jitter: jitter)
        case .halfOpen: recordWhileHalfOpen(result, for: ticket, at: now, jitter: jitter)
        case .open, .forcedOpen: recordWhileOpen(result, at: now, jitter: jitter)
        case .isolated: break
        }
    }

    /// Decides a streaming probe at its first content, so that a long stream does not keep the breaker half-open.
    ///
    /// - Returns: The ticket for the rest of the stream, which is an ordinary call. Nil if the result came too late to count
    ///   or if the breaker is open again.
    public mutating func recordFirstContent(
        _ result: BreakerResult, for ticket: BreakerTicket, at now: Instant, jitter: Double = 0.5
    ) -> BreakerTicket? {
        let isCurrent = ticket.generation == generation
        record(result, for: ticket, at: now, jitter: jitter)
        guard isCurrent else { return nil }
        switch phase {
        case .closed, .recovering, .halfOpen: return BreakerTicket(generation: generation)
        case .open, .forcedOpen, .isolated: return nil
        }
    }

    // MARK: States

    private mutating func recordWhileClosed(_ result: BreakerResult, at now: Instant, jitter: Double) {
        switch result {
        case .neutral:
            break
        case .success(let firstContent):
            failuresInARow = 0
            // The target is healthy when it answers under its full load, not while it recovers.
            if phase == .closed { openings = 0 }
            let isSlow = isSlow(firstContent)
            window.addSuccess(isSlow: isSlow, at: now.nanoseconds)
            if isSlow, reaches(rules.slowRate, minimumCalls: rules.slowMinimumCalls, counting: \.slow) {
                open(at: now, because: .slowFirstContent, jitter: jitter)
            }
        case .failure(let named):
            delay(until: named)
            failuresInARow += 1
            window.addFailure(at: now.nanoseconds)
            // A success cannot raise the failure rate, so the rate is compared here only.
            if failuresInARow >= rules.consecutiveFailures {
                open(at: now, because: .consecutiveFailures, jitter: jitter)
            } else if reaches(rules.failureRate, minimumCalls: rules.minimumCalls, counting: \.failures) {
                open(at: now, because: .failureRate, jitter: jitter)
            }
        case .opens(let end):
            openAtOnce(until: end, at: now, jitter: jitter)
        }
    }

    private mutating func recordWhileHalfOpen(
        _ result: BreakerResult, for ticket: BreakerTicket, at now: Instant, jitter: Double
    ) {
        if ticket.isProbe, !probes.decide(ticket.probe) { return }
        switch result {
        case .neutral:
            break
        case .success(let firstContent):
            // The rest of a probe's stream: the probe itself was counted at its first content.
            guard ticket.isProbe else { return }
            if isSlow(firstContent) { return open(at: now, because: .probeFailed, jitter: jitter) }
            probes.countSuccess()
            if probes.succeeded >= rules.probes { closeGradually(at: now, because: .probesSucceeded) }
        case .failure(let named):
            delay(until: named)
            open(at: now, because: .probeFailed, jitter: jitter)
        case .opens(let end):
            openAtOnce(until: end, at: now, jitter: jitter)
        }
    }

    /// Results of calls that were under way when the breaker opened can make the open time longer, never shorter.
    private mutating func recordWhileOpen(_ result: BreakerResult, at now: Instant, jitter: Double) {
        switch result {
        case .success, .neutral: break
        case .failure(let named): openEnd = max(openEnd, named ?? openEnd)
        case .opens(let end): openEnd = max(openEnd, end ?? now + rules.openAtOnceTime(jitter: jitter))
        }
    }

    // MARK: Rules

    private func isSlow(_ firstContent: Duration?) -> Bool {
        guard rules.slowThreshold != .max, let firstContent else { return false }
        return firstContent.clampedNanoseconds >= rules.slowThreshold
    }

    private func reaches(
        _ rate: Double, minimumCalls: Int, counting count: KeyPath<SlidingWindow.Counts, Int>
    ) -> Bool {
        let total = window.total
        return total.calls >= minimumCalls && Double(total[keyPath: count]) >= rate * Double(total.calls)
    }

    // MARK: Steps

    private mutating func delay(until named: Instant?) {
        guard let named else { return }
        notBefore = max(notBefore ?? named, named)
    }

    private mutating func open(at now: Instant, because cause: BreakerCause, jitter: Double) {
        let end = now + rules.openTime(after: openings, jitter: jitter)
        openings = min(openings + 1, 64)
        beginOpen(until: end, because: cause)
    }

    private mutating func openAtOnce(until end: Instant?, at now: Instant, jitter: Double) {
        beginOpen(until: end ?? now + rules.openAtOnceTime(jitter: jitter), because: .openedAtOnce)
    }

    private mutating func beginOpen(until end: Instant, because cause: BreakerCause) {
        phase = .open
        self.cause = cause
        openEnd = max(end, notBefore ?? end)
        probes = ProbeSlots()
    }

    /// Begins a new period of admission, in which nothing of the earlier one counts.
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
}
