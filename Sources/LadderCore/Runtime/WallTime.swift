/// A point in time on the calendar, in UTC.
///
/// Providers state wall times ("resets at 14:00"). Ladder converts them to an ``Instant`` when they arrive, so that a
/// clock that is set back by an hour changes no breaker and no time to live.
public struct WallTime: Hashable, Comparable, Sendable {
    /// The number of nanoseconds since 1 January 1970, UTC.
    public var nanosecondsSince1970: Int64

    /// Creates the time this number of nanoseconds after 1 January 1970, UTC.
    public init(nanosecondsSince1970: Int64) {
        self.nanosecondsSince1970 = nanosecondsSince1970
    }

    /// Creates the time this number of seconds after 1 January 1970, UTC, saturating.
    public init(secondsSince1970 seconds: Int64) {
        nanosecondsSince1970 = Duration.seconds(seconds).clampedNanoseconds
    }

    /// Returns whether `left` is earlier than `right`.
    public static func < (left: WallTime, right: WallTime) -> Bool {
        left.nanosecondsSince1970 < right.nanosecondsSince1970
    }

    /// Returns the time that is `duration` later, saturating.
    public static func + (time: WallTime, duration: Duration) -> WallTime {
        WallTime(nanosecondsSince1970: time.nanosecondsSince1970.saturatingAdding(duration.clampedNanoseconds))
    }

    /// Returns the duration from `earlier` to `later`, saturating.
    public static func - (later: WallTime, earlier: WallTime) -> Duration {
        .nanoseconds(later.nanosecondsSince1970.saturatingSubtracting(earlier.nanosecondsSince1970))
    }
}

extension WallTime: CustomStringConvertible {
    /// The time in UTC in the form of RFC 3339, such as `2026-11-21T10:00:00.500Z`.
    public var description: String { RFC3339.text(self) }
}
