import LadderCore

extension ExactCachePolicy {
    /// Returns the key of a request.
    func key(of request: ChatRequest, scope: CallScope, isPersonal: Bool) -> CacheKey {
        CacheKey(
            of: request, scope: scope, sharing: sharing, isPersonal: isPersonal, namespace: namespace,
            version: version, adding: scope.keyParts(of: keyTags, adding: keyParts))
    }

    /// The rule for how long an answer is served and kept.
    var times: CacheTimes {
        CacheTimes(
            lifetime: lifetime, featureLifetimes: featureLifetimes, jitter: jitter,
            keptAfter: max(staleFor, staleWhileRevalidate ?? .zero))
    }

    /// Whether a stale answer may replace an error.
    func servesStale(after error: ChatError) -> Bool {
        staleFor > .zero && error.rule(\.servesStale, overrides: rules)
    }
}
