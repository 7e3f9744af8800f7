import LadderCore

/// Lets load in gradually after a breaker has closed.
///
/// Of the calls that come, a share is let in that grows evenly from nothing to all of them. The share is spread evenly
/// too, so that callers who come together do not get in together. Beside it a trickle of one call every twentieth of the
/// ramp is always let in: who asks rarely is never refused.
struct Ramp: Hashable, Sendable {
    private var start = Instant.origin
    private(set) var end = Instant.origin
    private(set) var nextTrickle = Instant.origin
    private var credit = 0.0
    private let length: Int64

    init(length: Int64) {
        self.length = max(0, length)
    }

    var isNeeded: Bool { length > 0 }

    mutating func begin(at now: Instant) {
        start = now
        end = now + .nanoseconds(length)
        nextTrickle = now
        credit = 0
    }

    mutating func admits(at now: Instant) -> Bool {
        let elapsed = max(0, now.nanoseconds.saturatingSubtracting(start.nanoseconds))
        credit += min(1, Double(elapsed) / Double(max(1, length)))
        if credit >= 1 {
            credit -= 1
        } else if now < nextTrickle {
            return false
        }
        nextTrickle = now + .nanoseconds(max(1, length / 20))
        return true
    }
}
