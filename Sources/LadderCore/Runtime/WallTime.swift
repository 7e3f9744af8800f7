/// A moment on the calendar: nanoseconds since 1 January 1970, UTC.
///
/// Providers speak of wall times ("resets at 14:00"). Ladder converts them to an ``Instant`` when they arrive, so that a
/// clock which is set back an hour moves no breaker and no time to live.
public struct WallTime: Hashable, Comparable, Sendable {
    /// Nanoseconds since 1970, UTC.
    public var nanosecondsSince1970: Int64

    /// The moment this many nanoseconds after 1970 began, in UTC.
    public init(nanosecondsSince1970: Int64) {
        self.nanosecondsSince1970 = nanosecondsSince1970
    }

    /// The moment this many seconds after 1970 began, in UTC.
    public init(secondsSince1970 seconds: Int64) {
        nanosecondsSince1970 = Duration.seconds(seconds).clampedNanoseconds
    }

    /// Whether `left` is earlier.
    public static func < (left: WallTime, right: WallTime) -> Bool {
        left.nanosecondsSince1970 < right.nanosecondsSince1970
    }

    /// The moment `duration` later, saturating.
    public static func + (time: WallTime, duration: Duration) -> WallTime {
        WallTime(nanosecondsSince1970: time.nanosecondsSince1970.saturatingAdding(duration.clampedNanoseconds))
    }

    /// How long after `earlier` this moment is, saturating.
    public static func - (later: WallTime, earlier: WallTime) -> Duration {
        .nanoseconds(later.nanosecondsSince1970.saturatingSubtracting(earlier.nanosecondsSince1970))
    }
}

extension WallTime: CustomStringConvertible {
    /// The time in UTC as RFC 3339 writes it, such as `2026-11-21T10:00:00.500Z`.
    public var description: String { RFC3339.text(self) }
}
