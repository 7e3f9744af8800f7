public import LadderCore

extension ExactCache {
    /// What the cache has done so far, on the runtime that used it last.
    public var statistics: ExactCacheStatistics {
        var statistics = ExactCacheStatistics()
        let (total, groups, hottest) = core.state(on: nil).withTally { ($0.total, $0.groupList, $0.hotKeys) }
        statistics.total = total
        statistics.groups = groups.map {
            ExactCacheStatistics.Group(feature: $0.group.feature, model: $0.group.model, counts: $0.counts)
        }
        statistics.hottest = hottest.map { CacheHotEntry(key: $0.key, hits: $0.hits) }
        statistics.store = core.store.statistics
        return statistics
    }

    /// The number of answers under way that calls share or could share.
    public var sharedCalls: Int { core.state(on: nil).withFlights { $0.count } }

    /// Makes the stored answers of a group invalid, and those of the group that are under way.
    ///
    /// It takes the same time for a group of any size.
    ///
    /// - Throws: `StoreError` when the store fails: the answers may then still be served.
    public func invalidate(_ group: CacheGroup) async throws {
        try await core.store.invalidate(group, in: StoreContext())
    }

    /// Removes the stored answer to a request, if there is one.
    ///
    /// - Parameters:
    ///   - request: The request, with the name of its model.
    ///   - scope: The scope of the calls that the answer was stored for.
    ///   - isPersonal: Whether it was stored for the user alone.
    /// - Throws: `StoreError` when the store fails: the answer may then still be served.
    public func removeAnswer(to request: ChatRequest, scope: CallScope, isPersonal: Bool = false) async throws {
        let key = core.policy.key(of: request, scope: scope, isPersonal: isPersonal)
        try await core.store.remove(key, in: StoreContext())
    }
}
