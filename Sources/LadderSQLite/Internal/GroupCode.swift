import LadderCore

/// The groups of an entry as the bytes of a column.
enum GroupCode {
    static func bytes(of groups: [CacheGroup]) -> [UInt8] {
        var writer = ByteWriter(keepsOpaqueBytes: false, capacity: 64)
        writer.write(groups: groups)
        return writer.bytes
    }

    /// Returns the groups of their bytes; nil where the bytes have another form.
    static func groups(in bytes: [UInt8]) -> [CacheGroup]? {
        do throws(StoreError) {
            var reader = ByteReader(bytes)
            return try reader.readGroups()
        } catch {
            return nil
        }
    }
}
