import LadderCore

/// Admits load gradually after a breaker has closed.
///
/// The share of calls that is admitted grows evenly from none to all. The admitted calls are spread evenly over those that
/// come, so that callers that come at the same moment are not admitted together. In addition one call in every twentieth
/// of the ramp is always admitted: a caller that asks rarely is never refused.
struct Ramp: Hashable, Sendable {
    private var start = Instant.origin
    private(set) var end = Instant.origin
    /// The moment from which the next call is admitted in any case.
    private(set) var nextGuaranteed = Instant.origin
    /// The sum of the shares of the calls so far, less one for each call that was admitted.
    private var credit = 0.0
    private let length: Int64

    /// Creates a ramp of this many nanoseconds.
    init(length: Int64) {
        self.length = max(0, length)
    }

    var isNeeded: Bool { length > 0 }

    mutating func begin(at now: Instant) {
        start = now
        end = now + .nanoseconds(length)
        nextGuaranteed = now
        credit = 0
    }

    /// Counts a call, and returns whether it is admitted.
    mutating func admits(at now: Instant) -> Bool {
        let elapsed = max(0, (now - start).clampedNanoseconds)
        credit += min(1, Double(elapsed) / Double(max(1, length)))
        if credit >= 1 {
            credit -= 1
        } else if now < nextGuaranteed {
            return false
        }
        nextGuaranteed = now + .nanoseconds(max(1, length / 20))
        return true
    }
}
