import LadderCore

/// The changes of the listed entries of a memory store, of which the last ones are kept.
struct ChangeLog {
    /// A key whose entry was written or dropped.
    struct Change {
        let fingerprint: CacheKey.Fingerprint
        let digest: SHA256Digest
        let namespace: String

        /// Creates the change of an entry; nil for an entry that no listing names.
        init?(of entry: MemoryEntry) {
            guard let digest = entry.digest else { return nil }
            fingerprint = entry.fingerprint
            self.digest = digest
            namespace = entry.namespace
        }
    }

    private let capacity: Int
    private var ring: [Change] = []
    /// The number of changes so far, which is the number of the last one.
    private(set) var latest: UInt64 = 0

    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    /// Notes a change.
    mutating func add(_ change: Change) {
        if ring.count < capacity { ring.append(change) } else { ring[place(of: latest + 1)] = change }
        latest += 1
    }

    private func place(of number: UInt64) -> Int { Int((number - 1) % UInt64(capacity)) }

    /// Returns the keys of a namespace that changed after the change with this number, each once; nil when the log does
    /// not go back that far.
    func changes(
        in namespace: String, since number: UInt64, limit: Int
    ) -> (changes: [Change], next: UInt64, hasMore: Bool)? {
        guard number <= latest, latest - number <= UInt64(ring.count) else { return nil }
        var (found, seen, next) = ([Change](), Set<CacheKey.Fingerprint>(), number)
        while next < latest, found.count < limit {
            next += 1
            let change = ring[place(of: next)]
            if change.namespace == namespace, seen.insert(change.fingerprint).inserted { found.append(change) }
        }
        return (found, next, next < latest)
    }
}
