import LadderCore

/// Entries of a server that are kept in memory until the server reports that they have changed.
///
/// Entries come in on the thread that reads the replies, in their order, so a report that follows a reply always finds what
/// the reply brought. It is bounded in bytes: of the oldest entries, one that was used goes to the end of the queue, any
/// other is dropped.
struct MemoryLevel: Sendable {
    struct Item: Sendable {
        /// The key of the entry on the server.
        let name: String
        let entry: RedisEntry
        /// The time at which the server drops the entry.
        let end: Instant
        /// The time from which on the server is asked again.
        let trustedUntil: Instant
        var wasUsed = false

        var byteCount: Int { entry.bytes.count + 256 }
    }

    private let maximumBytes: Int
    private var items: [CacheKey.Fingerprint: Item] = [:]
    /// The keys by their names on the server.
    private var keys: [String: CacheKey.Fingerprint] = [:]
    private var queue: [CacheKey.Fingerprint] = []
    private var head = 0
    private var byteCount = 0

    init(maximumBytes: Int) {
        self.maximumBytes = maximumBytes
    }

    var count: Int { items.count }

    /// Returns the entry of a key, with the time that is left of it.
    mutating func entry(_ key: CacheKey.Fingerprint, at now: Instant) -> (entry: RedisEntry, remaining: Duration)? {
        guard let index = items.index(forKey: key) else { return nil }
        let item = items.values[index]
        guard now < item.trustedUntil, now < item.end else { return nil }
        items.values[index].wasUsed = true
        return (item.entry, item.end - now)
    }

    mutating func insert(_ item: Item, for key: CacheKey.Fingerprint) {
        remove(item.name)
        guard item.byteCount <= maximumBytes / 8 else { return }
        items[key] = item
        keys[item.name] = key
        queue.append(key)
        byteCount += item.byteCount
        while byteCount > maximumBytes, head < queue.count { evictOne() }
        if queue.count > 2 * items.count + 1_000 { compact() }
    }

    /// Removes the places of entries that are gone, and all but the last place of one that came again.
    private mutating func compact() {
        var places: [CacheKey.Fingerprint] = []
        var seen: Set<CacheKey.Fingerprint> = []
        for key in queue[head...].reversed() where items[key] != nil && seen.insert(key).inserted { places.append(key) }
        queue = places.reversed()
        head = 0
    }

    mutating func remove(_ name: String) {
        // The place in the queue is found empty later.
        guard let key = keys.removeValue(forKey: name), let item = items.removeValue(forKey: key) else { return }
        byteCount -= item.byteCount
    }

    mutating func removeAll() {
        items = [:]
        keys = [:]
        queue = []
        (head, byteCount) = (0, 0)
    }

    private mutating func evictOne() {
        let key = queue[head]
        head += 1
        guard let index = items.index(forKey: key) else { return }
        if items.values[index].wasUsed {
            items.values[index].wasUsed = false
            queue.append(key)
        } else {
            remove(items.values[index].name)
        }
    }
}
