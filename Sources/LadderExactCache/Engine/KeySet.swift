import LadderCore

/// A bounded set of keys that drops the oldest one when it is full.
struct KeySet {
    private let capacity: Int
    private var members: [CacheKey.Fingerprint: UInt64] = [:]
    private var ring: [(fingerprint: CacheKey.Fingerprint, number: UInt64)] = []
    private var added: UInt64 = 0

    /// Creates an empty set of at most this many keys.
    init(capacity: Int = 1_024) {
        self.capacity = capacity
    }

    func contains(_ fingerprint: CacheKey.Fingerprint) -> Bool { members[fingerprint] != nil }

    mutating func insert(_ fingerprint: CacheKey.Fingerprint) {
        let number = added
        added += 1
        members[fingerprint] = number
        if ring.count < capacity { return ring.append((fingerprint, number)) }
        let place = Int(number % UInt64(capacity))
        if members[ring[place].fingerprint] == ring[place].number { members[ring[place].fingerprint] = nil }
        ring[place] = (fingerprint, number)
    }

    mutating func remove(_ fingerprint: CacheKey.Fingerprint) {
        members[fingerprint] = nil
    }
}
