extension CacheGroup {
    /// The 64 bits by which a store outside the process looks up the invalidation of a group.
    package var storageID: Int64 {
        var writer = ByteWriter(keepsOpaqueBytes: false, capacity: 64)
        write(to: &writer)
        let digest = SHA256Digest(of: writer.bytes).bytes
        return digest.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
    }

    /// Writes the group in the form in which stores keep it.
    package func write(to writer: inout ByteWriter) {
        switch self {
        case .all: writer.write(byte: 0)
        case .tenant(let name):
            writer.write(byte: 1)
            writer.write(name)
        case .model(let name):
            writer.write(byte: 2)
            writer.write(name)
        case .tag(let name, let value):
            writer.write(byte: 3)
            writer.write(name)
            writer.write(value)
        }
    }

    /// Reads a group that ``write(to:)`` has written.
    package init(from reader: inout ByteReader) throws(StoreError) {
        switch try reader.readByte() {
        case 0: self = .all
        case 1: self = .tenant(try reader.readString())
        case 2: self = .model(try reader.readString())
        case 3: self = .tag(name: try reader.readString(), value: try reader.readString())
        default: throw ByteReader.corrupt("an entry has an unknown kind of group")
        }
    }
}

extension ByteWriter {
    /// Writes the groups of an entry.
    package mutating func write(groups: [CacheGroup]) {
        write(groups.count)
        for group in groups { group.write(to: &self) }
    }
}

extension ByteReader {
    /// Reads the groups of an entry.
    package mutating func readGroups() throws(StoreError) -> [CacheGroup] {
        let count = try readInteger()
        guard (0...10_000).contains(count) else { throw ByteReader.corrupt("the groups of an entry are damaged") }
        var groups: [CacheGroup] = []
        for _ in 0..<count { groups.append(try CacheGroup(from: &self)) }
        return groups
    }
}
