/// A moment on a runtime's monotonic clock: nanoseconds since that runtime began.
///
/// Instants only make sense within one ``Runtime``. Arithmetic saturates, so an absurd duration gives a moment in the
/// far future or past, never a trap.
public struct Instant: Hashable, Comparable, Sendable {
    /// Nanoseconds since the runtime's origin.
    public var nanoseconds: Int64

    /// The moment this many nanoseconds after the origin.
    @inlinable
    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// The moment this long after the origin.
    public init(sinceOrigin duration: Duration) {
        nanoseconds = duration.clampedNanoseconds
    }

    /// The runtime's origin.
    public static let origin = Instant(nanoseconds: 0)

    /// Later than every other moment: what saturated arithmetic ends in.
    public static let distantFuture = Instant(nanoseconds: .max)

    /// How long after the origin this moment is.
    public var sinceOrigin: Duration { .nanoseconds(nanoseconds) }

    /// Whether `self` is earlier.
    @inlinable
    public static func < (left: Instant, right: Instant) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// The moment `duration` later, saturating.
    public static func + (instant: Instant, duration: Duration) -> Instant {
        Instant(nanoseconds: instant.nanoseconds.saturatingAdding(duration.clampedNanoseconds))
    }

    /// The moment `duration` earlier, saturating.
    public static func - (instant: Instant, duration: Duration) -> Instant {
        Instant(nanoseconds: instant.nanoseconds.saturatingSubtracting(duration.clampedNanoseconds))
    }

    /// How long after `earlier` this moment is, saturating.
    public static func - (later: Instant, earlier: Instant) -> Duration {
        .nanoseconds(later.nanoseconds.saturatingSubtracting(earlier.nanoseconds))
    }

    /// The earlier of two moments, where nil means never.
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

extension Duration {
    /// The duration in seconds, as a floating-point number.
    public var inSeconds: Double {
        // `components` traps where the seconds do not fit 64 bits.
        Double(attoseconds) / 1e18
    }
}
