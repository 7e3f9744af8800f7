import LadderCore

/// A mean in which a value counts half as much after every half-life.
struct DecayedMean: Hashable, Sendable {
    private var sum = 0.0
    private var weight = 0.0
    private var updated = Instant.origin

    /// The least weight that counts as knowledge: about four half-lives after a single value nothing is known.
    private static let leastWeight = 0.05

    mutating func add(_ value: Double, at now: Instant, halfLife: Duration) {
        let factor = decay(at: now, halfLife: halfLife)
        sum = sum * factor + value
        weight = weight * factor + 1
        updated = max(updated, now)
    }

    /// Returns the mean, or nil when nothing was measured, or too long ago.
    func value(at now: Instant, halfLife: Duration) -> Double? {
        guard weight > 0, weight * decay(at: now, halfLife: halfLife) >= DecayedMean.leastWeight else { return nil }
        return sum / weight
    }

    private func decay(at now: Instant, halfLife: Duration) -> Double {
        let age = (now - updated).inSeconds
        return age <= 0 ? 1 : (-age / max(halfLife.inSeconds, 1e-9)).powerOfTwo
    }
}
