public import LadderCore

extension SemanticCache {
    /// What the cache has done so far, on the runtime that used it last.
    public var statistics: SemanticCacheStatistics {
        var statistics = SemanticCacheStatistics()
        let state = core.state(on: nil)
        let (total, groups, hottest) = state.withTally { ($0.total, $0.groupList, $0.hotKeys) }
        statistics.total = total
        statistics.groups = groups.map {
            SemanticCacheStatistics.Group(feature: $0.group.feature, model: $0.group.model, counts: $0.counts)
        }
        statistics.hottest = hottest.map { CacheHotEntry(key: $0.key, hits: $0.hits) }
        (statistics.questions, statistics.frames) = state.withIndex { ($0.count, $0.frameCount) }
        statistics.store = core.store.statistics
        return statistics
    }

    /// Makes the stored answers of a group invalid, and those of the group that are under way.
    ///
    /// It takes the same time for a group of any size. It also holds for the other caches of the store.
    ///
    /// - Throws: `StoreError` when the store fails: the answers may then still be served.
    public func invalidate(_ group: CacheGroup) async throws {
        try await core.store.invalidate(group, in: StoreContext())
    }

    /// Removes the stored answer to the question of a request, if there is one. Those to similar questions stay.
    ///
    /// - Parameters:
    ///   - request: The request, with the name of its model.
    ///   - scope: The scope of the calls that the answer was stored for.
    ///   - isPersonal: Whether it was stored for the user alone.
    /// - Throws: `StoreError` when the store fails: the answer may then still be served.
    public func removeAnswer(to request: ChatRequest, scope: CallScope, isPersonal: Bool = false) async throws {
        guard let identity = core.identity(of: request, scope: scope, isPersonal: isPersonal) else { return }
        core.state(on: nil).withIndex { $0.remove(identity.key.digest) }
        try await core.store.remove(identity.key, in: StoreContext())
    }
}
