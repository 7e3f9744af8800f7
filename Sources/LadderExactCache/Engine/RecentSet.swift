/// A bounded set that drops the member added longest ago when it is full.
struct RecentSet<Member: Hashable & Sendable> {
    private let capacity: Int
    private var ring: [Member] = []
    private var oldest = 0
    /// The place of each member in the ring. A member that was removed or added again leaves its old place behind.
    private var places: [Member: Int32] = [:]

    /// Creates an empty set of at most this many members.
    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    func contains(_ member: Member) -> Bool { places[member] != nil }

    /// Adds a member as the newest.
    mutating func insert(_ member: Member) {
        if ring.count < capacity {
            places[member] = Int32(ring.count)
            ring.append(member)
            return
        }
        if places[ring[oldest]] == Int32(oldest) { places[ring[oldest]] = nil }
        ring[oldest] = member
        places[member] = Int32(oldest)
        oldest = (oldest + 1) % capacity
    }

    /// Removes a member and returns whether it was in the set.
    mutating func remove(_ member: Member) -> Bool {
        places.removeValue(forKey: member) != nil
    }
}
