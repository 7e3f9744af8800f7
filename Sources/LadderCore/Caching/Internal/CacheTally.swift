/// The counts of a cache, in all and by feature and model. It is bounded: the number of features and models, and of entries
/// whose hits are counted.
package struct CacheTally<Counts: Sendable>: Sendable {
    package static var maximumGroups: Int { 256 }

    private let zero: Counts
    /// The counts of all calls.
    package private(set) var total: Counts
    private var groups: [CacheCallGroup: Counts] = [:]
    private var hottest = HotEntries()

    /// Creates a tally in which every count is zero.
    package init(zero: Counts) {
        self.zero = zero
        total = zero
    }

    /// Changes the counts of all calls, and those of a feature and a model.
    package mutating func count(_ group: CacheCallGroup, changing change: (inout Counts) -> Void) {
        change(&total)
        if let index = groups.index(forKey: group) {
            change(&groups.values[index])
        } else if groups.count < Self.maximumGroups {
            var counts = zero
            change(&counts)
            groups[group] = counts
        }
    }

    /// Counts that the entry of a key was served.
    package mutating func countServed(_ key: CacheKey) {
        hottest.count(key)
    }

    /// The counts by feature and model, sorted by both.
    package var groupList: [(group: CacheCallGroup, counts: Counts)] {
        groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The keys that were served most often, the hottest first.
    package var hotKeys: [(key: CacheKey, hits: Int)] { hottest.sorted }
}

/// The feature and the model by which a cache counts calls.
package struct CacheCallGroup: Hashable, Comparable, Sendable {
    package let feature: String
    package let model: String

    package init(feature: String, model: String) {
        self.feature = feature
        self.model = model
    }

    package static func < (left: CacheCallGroup, right: CacheCallGroup) -> Bool {
        (left.feature, left.model) < (right.feature, right.model)
    }
}

extension TokenSpend {
    /// Adds what a hit has saved. What is unknown is left out.
    package mutating func add(known other: TokenSpend) {
        tokens = (tokens ?? 0).saturatingAdding(other.tokens ?? 0)
        money = (money ?? .zero) + (other.money ?? .zero)
    }
}

extension Int {
    /// Returns the share of a total in percent with two decimals, such as `60.00 % (3 of 5)`.
    package func shareText(of total: Int) -> String {
        let hundredths = total == 0 ? 0 : (self * 10_000 + total / 2) / total
        let decimals = "\(hundredths % 100)"
        return "\(hundredths / 100)." + (decimals.count < 2 ? "0" : "") + decimals + " % (\(self) of \(total))"
    }
}
