import LadderCore

/// An entry with its times as milliseconds since 1970.
struct TimedEntry: Sendable {
    let bytes: [UInt8]
    let made: Int64
    let fresh: Int64?
    let kept: Int64?
    let groups: [CacheGroup]
    let namespace: String

    init(
        bytes: [UInt8], made: Int64, fresh: Int64?, kept: Int64?, groups: [CacheGroup], namespace: String
    ) {
        self.bytes = bytes
        self.made = made
        self.fresh = fresh
        self.kept = kept
        self.groups = groups
        self.namespace = namespace
    }

    init(_ entry: StoredEntry, at now: Int64) {
        self.init(
            bytes: entry.bytes, made: now.saturatingSubtracting(entry.age.milliseconds),
            fresh: entry.freshFor.map { now.saturatingAdding($0.milliseconds) },
            kept: entry.keptFor.map { now.saturatingAdding($0.milliseconds) }, groups: entry.groups,
            namespace: entry.namespace)
    }

    /// Returns the entry as it is at a time; nil when it is over.
    func entry(at now: Int64) -> StoredEntry? {
        if let kept, kept <= now { return nil }
        return StoredEntry(
            bytes: bytes, age: .milliseconds(max(0, now - made)), freshFor: fresh.map { .milliseconds($0 - now) },
            keptFor: kept.map { .milliseconds($0 - now) }, groups: groups, namespace: namespace)
    }
}

extension Duration {
    /// The whole milliseconds, rounded up, so that no entry is over before its time.
    var milliseconds: Int64 { (clampedNanoseconds.saturatingAdding(999_999)) / 1_000_000 }
}
