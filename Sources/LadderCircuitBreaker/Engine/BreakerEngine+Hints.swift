import LadderCore

extension BreakerEngine {
    /// Opens a closed breaker because another process reports that the target fails.
    ///
    /// The open time is that of a first failure here, or what is left of the hint if that is shorter; then probes decide as
    /// usual. A hint opens a breaker once, and only one that admits calls.
    mutating func read(_ hint: SharedHint, at now: Instant) {
        guard hint.id != lastHint else { return }
        lastHint = hint.id
        endRampIfOver(at: now)
        guard phase == .closed || phase == .recovering, hint.remaining > .zero else { return }
        phase = .open
        cause = .sharedHint
        openEnd = now + min(hint.remaining, rules.openTime(after: 0, jitter: 0.5))
        probes = ProbeSlots()
    }
}
