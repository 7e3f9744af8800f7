/// The time for which a cached answer is fresh.
///
/// Name what the answer depends on instead of a number, and the whole application can be tuned in one place.
public struct CacheLifetime: Hashable, Sendable {
    /// The time; nil means until the answer is evicted or invalidated.
    public var duration: Duration?

    /// Creates a lifetime; nil means until the answer is evicted or invalidated.
    public init(_ duration: Duration?) {
        self.duration = duration
    }

    /// One minute, for answers that depend on the time of day.
    public static let realTime = CacheLifetime(.seconds(60))
    /// One hour, for answers that change now and then.
    public static let stable = CacheLifetime(.seconds(3_600))
    /// One day, for answers about things that do not change.
    public static let `static` = CacheLifetime(.seconds(86_400))
    /// Seven days, for answers that cost much.
    public static let expensive = CacheLifetime(.seconds(7 * 86_400))
    /// Until the answer is evicted or invalidated.
    public static let unlimited = CacheLifetime(nil)

    /// Returns a lifetime of a number of seconds.
    public static func seconds(_ seconds: Int) -> CacheLifetime {
        CacheLifetime(.seconds(seconds))
    }
}
