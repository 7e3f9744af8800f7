/// The rule for how long a cache serves and keeps an answer.
package struct CacheTimes: Sendable {
    /// The time for which an answer is fresh.
    private let lifetime: CacheLifetime
    /// The lifetimes of the answers to calls of certain features.
    private let featureLifetimes: [String: CacheLifetime]
    /// The share by which each lifetime is drawn longer or shorter.
    private let jitter: Double
    /// The time for which an answer is kept after its lifetime.
    private let keptAfter: Duration

    package init(
        lifetime: CacheLifetime, featureLifetimes: [String: CacheLifetime], jitter: Double, keptAfter: Duration = .zero
    ) {
        self.lifetime = lifetime
        self.featureLifetimes = featureLifetimes
        self.jitter = jitter
        self.keptAfter = keptAfter
    }

    /// Returns the lifetime of a call's answer before jitter. The call's own lifetime counts as it is.
    package func lifetime(in context: CallContext, isTimeSensitive: Bool) -> CacheLifetime {
        if let own = context.cache.lifetime { return own }
        let usual = featureLifetimes[context.scope.feature] ?? lifetime
        guard isTimeSensitive, let longest = CacheLifetime.realTime.duration else { return usual }
        return CacheLifetime(min(usual.duration ?? longest, longest))
    }

    /// Returns the times of an entry.
    ///
    /// - Parameters:
    ///   - lifetime: The lifetime before jitter.
    ///   - random: A random number from 0 to 1, for the jitter.
    package func spans(
        of lifetime: CacheLifetime, random: Double
    ) -> (freshFor: Duration?, keptFor: Duration?) {
        guard let duration = lifetime.duration else { return (nil, nil) }
        let fresh = max(.zero, duration.scaled(by: 1 + jitter * (2 * random - 1)))
        return (fresh, fresh.saturatingAdding(keptAfter))
    }
}

extension StoredEntry {
    /// The time since the answer became stale; nil while it is fresh.
    package var staleSince: Duration? {
        guard let freshFor, freshFor <= .zero else { return nil }
        return Duration.zero.saturatingSubtracting(freshFor)
    }
}
