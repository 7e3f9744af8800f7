/// The keys with the most hits, counted in bounded memory by the space-saving algorithm: a new key takes the place of
/// the one with the fewest hits and goes on from its count.
package struct HotEntries: Sendable {
    package static let maximumCount = 32

    private var places: [CacheKey.Fingerprint: Int] = [:]
    private var entries: [(key: CacheKey, hits: Int)] = []

    package init() {}

    package mutating func count(_ key: CacheKey) {
        if let place = places[key.fingerprint] {
            entries[place].hits += 1
        } else if entries.count < HotEntries.maximumCount {
            places[key.fingerprint] = entries.count
            entries.append((key, 1))
        } else if let coldest = entries.indices.min(by: { entries[$0].hits < entries[$1].hits }) {
            places[entries[coldest].key.fingerprint] = nil
            places[key.fingerprint] = coldest
            entries[coldest] = (key, entries[coldest].hits + 1)
        }
    }

    /// The keys, the hottest first; of two with the same number of hits, the one that was counted first.
    package var sorted: [(key: CacheKey, hits: Int)] {
        entries.enumerated()
            .sorted { ($1.element.hits, $0.offset) < ($0.element.hits, $1.offset) }
            .map(\.element)
    }
}
