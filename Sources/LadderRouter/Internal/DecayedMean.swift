import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A mean in which a value counts half as much after every half-life.
struct DecayedMean: Hashable, Sendable {
    private var sum = 0.0
    private var weight = 0.0
    private var updated = Instant.origin

    /// Below this much weight nothing is known any more: about four half-lives after a single value.
    private static let forgotten = 0.05

    mutating func add(_ value: Double, at now: Instant, halfLife: Duration) {
        let factor = decay(at: now, halfLife: halfLife)
        sum = sum * factor + value
        weight = weight * factor + 1
        updated = max(updated, now)
    }

    /// Nil when nothing was measured, or too long ago.
    func value(at now: Instant, halfLife: Duration) -> Double? {
        guard weight > 0, weight * decay(at: now, halfLife: halfLife) >= DecayedMean.forgotten else { return nil }
        return sum / weight
    }

    private func decay(at now: Instant, halfLife: Duration) -> Double {
        let age = Double(now.nanoseconds.saturatingSubtracting(updated.nanoseconds))
        if age <= 0 { return 1 }
        return exp2(-age / Double(max(1, halfLife.clampedNanoseconds)))
    }
}
