/// A point in time on a runtime's monotonic clock.
///
/// An instant has a meaning only within one ``Runtime``. Arithmetic saturates, so a duration of any size gives an
/// instant in the far future or past, never a trap.
///
/// ```swift
/// print(Instant.origin + .milliseconds(3_500))  // 3.5 s
/// ```
public struct Instant: Hashable, Comparable, Sendable {
    /// The number of nanoseconds since the runtime's origin.
    package var nanoseconds: Int64

    /// Creates the instant this number of nanoseconds after the origin.
    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// Creates the instant this long after the origin.
    package init(sinceOrigin duration: Duration) {
        nanoseconds = duration.clampedNanoseconds
    }

    /// The instant at which the runtime's clock began.
    public static let origin = Instant(nanoseconds: 0)

    /// The latest instant, at which saturated arithmetic ends.
    public static let distantFuture = Instant(nanoseconds: .max)

    /// The time from the origin to this instant.
    public var sinceOrigin: Duration { .nanoseconds(nanoseconds) }

    /// Returns whether `left` is earlier than `right`.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// Returns the instant that is `duration` later, saturating.
    public static func + (instant: Instant, duration: Duration) -> Instant {
        Instant(nanoseconds: instant.nanoseconds.saturatingAdding(duration.clampedNanoseconds))
    }

    /// Returns the instant that is `duration` earlier, saturating.
    public static func - (instant: Instant, duration: Duration) -> Instant {
        Instant(nanoseconds: instant.nanoseconds.saturatingSubtracting(duration.clampedNanoseconds))
    }

    /// Returns the time from `earlier` to `later`, saturating.
    public static func - (later: Instant, earlier: Instant) -> Duration {
        .nanoseconds(later.nanoseconds.saturatingSubtracting(earlier.nanoseconds))
    }

    /// Returns the earlier of two instants, where nil means never.
    public static func earlier(_ left: Instant?, _ right: Instant?) -> Instant? {
        guard let left else { return right }
        guard let right else { return left }
        return min(left, right)
    }
}

extension Instant: CustomStringConvertible {
    /// The time since the runtime's origin, such as `12.5 s`, or `never` for ``distantFuture``.
    public var description: String { self == .distantFuture ? "never" : sinceOrigin.shortText }
}
