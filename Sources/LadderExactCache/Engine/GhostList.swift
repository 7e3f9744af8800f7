/// The hashes of the entries that were evicted last, without the entries.
struct GhostList {
    private let capacity: Int
    private var ring: [UInt64] = []
    private var oldest = 0
    /// The place of each hash in the ring.
    private var places: [UInt64: Int32] = [:]

    /// Creates a list that keeps this many hashes.
    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    /// The number of hashes in the list.
    var count: Int { places.count }

    /// Adds a hash in place of the oldest one.
    mutating func add(_ hash: UInt64) {
        if ring.count < capacity {
            places[hash] = Int32(ring.count)
            ring.append(hash)
            return
        }
        if places[ring[oldest]] == Int32(oldest) { places[ring[oldest]] = nil }
        ring[oldest] = hash
        places[hash] = Int32(oldest)
        oldest = (oldest + 1) % capacity
    }

    /// Removes a hash and returns whether it was in the list.
    mutating func take(_ hash: UInt64) -> Bool {
        places.removeValue(forKey: hash) != nil
    }
}
