import LadderCore

/// What is encrypted in the value of an entry.
struct SealedContent: Hashable {
    /// The version of the form of the bytes.
    private static let version: UInt8 = 1

    /// The digest of the key under which the entry was written.
    let digest: SHA256Digest
    /// The entry's groups as they were written.
    let groups: [CacheGroup]
    /// The entry's bytes; nil for a note that the entry was removed.
    let bytes: [UInt8]?

    init(digest: SHA256Digest, groups: [CacheGroup] = [], bytes: [UInt8]?) {
        self.digest = digest
        self.groups = groups
        self.bytes = bytes
    }

    var encoded: [UInt8] {
        var writer = ByteWriter(keepsOpaqueBytes: false, capacity: 128 + 32 * groups.count + (bytes?.count ?? 0))
        writer.write(byte: SealedContent.version)
        writer.write(digest.bytes)
        writer.write(groups: groups)
        writer.write(bytes) { $0.write($1) }
        return writer.bytes
    }

    init(decoding encoded: [UInt8]) throws(StoreError) {
        var reader = ByteReader(encoded)
        guard try reader.readByte() == SealedContent.version else { throw ByteReader.corrupt("unknown form") }
        guard let digest = SHA256Digest(bytes: try reader.readData()) else { throw ByteReader.corrupt("no digest") }
        let groups = try reader.readGroups()
        let bytes = try reader.readOptional { reader throws(StoreError) in try reader.readData() }
        guard reader.isAtEnd else { throw ByteReader.corrupt("there are bytes behind the entry") }
        self.init(digest: digest, groups: groups, bytes: bytes)
    }
}
