import LadderCore

/// An entry of a memory store, with its times as instants of the store's runtime.
struct MemoryEntry {
    /// The bytes that the objects around an entry take: its slot, its place in the dictionary and in the order of
    /// eviction, and the headers of its arrays. Measured with malloc's own counts.
    static let overhead = 320
    /// The bytes that one group takes.
    private static let groupSize = 48

    let fingerprint: CacheKey.Fingerprint
    /// The digest of the key, where a listing needs it.
    let digest: SHA256Digest?
    let bytes: [UInt8]
    let groups: [CacheGroup]
    let namespace: String
    private let written: Instant
    private let freshUntil: Instant
    private let keptUntil: Instant
    /// The number of the last invalidation that the entry was checked against.
    var epoch: UInt64

    init(
        _ entry: StoredEntry, under fingerprint: CacheKey.Fingerprint, digest: SHA256Digest?, epoch: UInt64,
        at now: Instant
    ) {
        self.fingerprint = fingerprint
        self.digest = digest
        self.epoch = epoch
        bytes = entry.bytes.withoutSpareCapacity
        groups = entry.groups
        namespace = entry.namespace
        written = now - entry.age
        freshUntil = entry.freshFor.map { now + $0 } ?? .distantFuture
        keptUntil = entry.keptFor.map { now + $0 } ?? .distantFuture
    }

    /// The number of bytes that an entry counts for.
    static func size(of entry: StoredEntry) -> Int {
        let groups = entry.groups.reduce(0) { $0 + groupSize + $1.textSize }
        return overhead + entry.bytes.count + groups + entry.namespace.utf8.count
    }

    func isKept(at now: Instant) -> Bool { keptUntil == .distantFuture || now < keptUntil }

    /// Returns the entry as it is handed over at this time.
    func stored(at now: Instant) -> StoredEntry {
        StoredEntry(
            bytes: bytes, age: now - written, freshFor: freshUntil == .distantFuture ? nil : freshUntil - now,
            keptFor: keptUntil == .distantFuture ? nil : keptUntil - now, groups: groups, namespace: namespace)
    }
}

extension CacheGroup {
    fileprivate var textSize: Int {
        switch self {
        case .all: 0
        case .tenant(let name), .model(let name): name.utf8.count
        case .tag(let name, let value): name.utf8.count + value.utf8.count
        }
    }
}

extension [UInt8] {
    /// The same bytes in an array that is hardly larger than they are.
    ///
    /// An encoder appends, so its array may be twice as large as what is in it.
    fileprivate var withoutSpareCapacity: [UInt8] {
        guard capacity > count + count / 8 else { return self }
        var copy: [UInt8] = []
        copy.reserveCapacity(count)
        copy.append(contentsOf: self)
        return copy
    }
}
