import LadderCore

/// The counts of a cache. It is bounded: the number of features and models, and of entries whose hits are counted.
struct CacheTally: Sendable {
    static let maximumGroups = 256

    struct GroupName: Hashable, Comparable {
        let feature: String
        let model: String

        static func < (left: GroupName, right: GroupName) -> Bool {
            (left.feature, left.model) < (right.feature, right.model)
        }
    }

    private(set) var total = ExactCacheStatistics.Counts()
    private var groups: [GroupName: ExactCacheStatistics.Counts] = [:]
    private var hottest = HotEntries()

    /// Changes the counts of all calls, and those of a feature and a model.
    mutating func count(_ name: GroupName, _ change: (inout ExactCacheStatistics.Counts) -> Void) {
        change(&total)
        if let index = groups.index(forKey: name) {
            change(&groups.values[index])
        } else if groups.count < CacheTally.maximumGroups {
            change(&groups[name, default: ExactCacheStatistics.Counts()])
        }
    }

    /// Counts an answer that came from the store.
    mutating func countHit(_ name: GroupName, of key: CacheKey, saving hit: CacheHit, isStale: Bool) {
        hottest.count(key)
        count(name) { counts in
            if isStale { counts.stale += 1 } else { counts.hits += 1 }
            counts.saved.tokens = (counts.saved.tokens ?? 0).saturatingAdding(hit.saved.tokens ?? 0)
            counts.saved.money = (counts.saved.money ?? .zero) + (hit.saved.money ?? .zero)
            counts.timeSaved = counts.timeSaved.saturatingAdding(hit.timeSaved)
        }
    }

    /// The counts by feature and model, sorted by both.
    var groupList: [ExactCacheStatistics.Group] {
        groups.sorted { $0.key < $1.key }.map {
            ExactCacheStatistics.Group(feature: $0.key.feature, model: $0.key.model, counts: $0.value)
        }
    }

    /// The keys that were served most often, the hottest first.
    var hotKeys: [(key: CacheKey, hits: Int)] { hottest.sorted }
}
