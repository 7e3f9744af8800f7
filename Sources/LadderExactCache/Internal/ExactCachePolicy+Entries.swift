import LadderCore

extension ExactCachePolicy {
    /// Returns the key of a request.
    func key(of request: ChatRequest, scope: CallScope, isPersonal: Bool) -> CacheKey {
        // The names say which of both it is: a part and a tag of one name are different parts of the key.
        var parts: [String: String] = [:]
        for (name, value) in keyParts { parts["part \(name)"] = value }
        for tag in keyTags {
            if let value = scope.tags[tag] { parts["tag \(tag)"] = value }
        }
        return CacheKey(
            of: request, scope: scope, sharing: sharing, isPersonal: isPersonal, namespace: namespace,
            version: version, adding: parts)
    }

    /// Returns the lifetime of a call's answer before jitter. The call's own lifetime counts as it is.
    func lifetime(in context: CallContext, isTimeSensitive: Bool) -> CacheLifetime {
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
    func times(for lifetime: CacheLifetime, random: Double) -> (freshFor: Duration?, keptFor: Duration?) {
        guard let duration = lifetime.duration else { return (nil, nil) }
        let fresh = max(.zero, duration.scaled(by: 1 + jitter * (2 * random - 1)))
        return (fresh, fresh.saturatingAdding(max(staleFor, staleWhileRevalidate ?? .zero)))
    }

    /// Whether a stale answer may replace an error.
    func servesStale(after error: ChatError) -> Bool {
        staleFor > .zero && error.rule(\.servesStale, overrides: rules)
    }
}

extension StoredEntry {
    /// The time since the answer became stale; nil while it is fresh.
    var staleSince: Duration? {
        guard let freshFor, freshFor <= .zero else { return nil }
        return Duration.zero.saturatingSubtracting(freshFor)
    }
}
