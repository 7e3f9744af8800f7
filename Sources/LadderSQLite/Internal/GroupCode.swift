import LadderCore

/// The form in which groups of entries are stored.
enum GroupCode {
    /// Returns the 64 bits by which the invalidation of a group is looked up.
    static func id(of group: CacheGroup) -> Int64 {
        var writer = ByteWriter(keepsOpaqueBytes: false, capacity: 64)
        write(group, to: &writer)
        let digest = SHA256Digest(of: writer.bytes).bytes
        return digest.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
    }

    static func bytes(of groups: [CacheGroup]) -> [UInt8] {
        var writer = ByteWriter(keepsOpaqueBytes: false, capacity: 64)
        writer.write(groups.count)
        for group in groups { write(group, to: &writer) }
        return writer.bytes
    }

    /// Returns the groups of their bytes; nil where the bytes have another form.
    static func groups(in bytes: [UInt8]) -> [CacheGroup]? {
        do throws(StoreError) {
            var reader = ByteReader(bytes)
            let count = try reader.readInteger()
            guard (0...1_000).contains(count) else { return nil }
            var groups: [CacheGroup] = []
            for _ in 0..<count { groups.append(try readGroup(&reader)) }
            return groups
        } catch {
            return nil
        }
    }

    private static func write(_ group: CacheGroup, to writer: inout ByteWriter) {
        switch group {
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

    private static func readGroup(_ reader: inout ByteReader) throws(StoreError) -> CacheGroup {
        switch try reader.readByte() {
        case 0: return .all
        case 1: return .tenant(try reader.readString())
        case 2: return .model(try reader.readString())
        case 3: return .tag(name: try reader.readString(), value: try reader.readString())
        default: throw ByteReader.corrupt("an entry has an unknown kind of group")
        }
    }
}
