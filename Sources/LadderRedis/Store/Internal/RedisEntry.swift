import LadderCore

/// An entry as the server keeps it: its times are spans from the moment of the write, and the server's own expiry says how
/// much of them is left.
struct RedisEntry: Hashable, Sendable {
    var epoch: UInt64
    var age: Duration
    var freshFor: Duration?
    var keptFor: Duration
    var hasEnd: Bool
    var groups: [CacheGroup]
    var namespace: String
    var bytes: [UInt8]

    private static let version: UInt8 = 1

    init(_ entry: StoredEntry, keptFor: Duration, epoch: UInt64) {
        self.epoch = epoch
        age = entry.age
        freshFor = entry.freshFor
        self.keptFor = keptFor
        hasEnd = entry.keptFor != nil
        groups = entry.groups
        namespace = entry.namespace
        bytes = entry.bytes
    }

    func encoded() -> [UInt8] {
        var writer = ByteWriter(keepsOpaqueBytes: false, capacity: bytes.count + 128)
        writer.write(byte: Self.version)
        writer.write(fixed: epoch)
        writer.write(age.clampedNanoseconds)
        writer.write(freshFor) { $0.write($1.clampedNanoseconds) }
        writer.write(keptFor.clampedNanoseconds)
        writer.write(hasEnd)
        writer.write(groups: groups)
        writer.write(namespace)
        writer.write(bytes)
        return writer.bytes
    }

    init(decoding bytes: [UInt8]) throws(StoreError) {
        var reader = ByteReader(bytes)
        guard try reader.readByte() == Self.version else { throw ByteReader.corrupt("an entry has an unknown form") }
        epoch = try reader.readFixed()
        age = .nanoseconds(try reader.readInteger())
        freshFor = try reader.readOptional { reader throws(StoreError) in .nanoseconds(try reader.readInteger()) }
        keptFor = .nanoseconds(try reader.readInteger())
        hasEnd = try reader.readBool()
        groups = try reader.readGroups()
        namespace = try reader.readString()
        self.bytes = try reader.readData()
    }

    /// Returns the entry as it is when this much of its time is left.
    func entry(remaining: Duration) -> StoredEntry {
        let elapsed = max(.zero, keptFor - remaining)
        return StoredEntry(
            bytes: bytes, age: age + elapsed, freshFor: freshFor.map { $0 - elapsed },
            keptFor: hasEnd ? remaining : nil, groups: groups, namespace: namespace)
    }
}
