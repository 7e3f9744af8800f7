import LadderCore

/// What readers and the writer of a store look up alike. It must be used within a transaction.
struct StoreQueries {
    let connection: SQLiteConnection

    /// The numbers that say which entries are valid.
    struct Epochs {
        /// The epoch of the last invalidation.
        let latest: Int64
        /// An entry with an earlier epoch is invalid.
        let oldestValid: Int64
    }

    /// The columns of an entry, in the order in which ``entry(in:from:epochs:at:)`` reads them.
    static let columns = "epoch, made, fresh, kept, groups, namespace, checksum, bytes"

    func epochs() throws(StoreError) -> Epochs {
        let query = try connection.statement("SELECT epoch, oldestValid FROM meta WHERE id = 1")
        defer { query.reset() }
        guard try query.step() else { throw StoreError(.corrupt, message: "the file has lost its epoch") }
        return Epochs(latest: query.integer(0), oldestValid: query.integer(1))
    }

    /// Returns the entry of a digest as it is at a time in milliseconds since 1970.
    func entry(_ digest: SHA256Digest, epochs: Epochs, at now: Int64) throws(StoreError) -> StoredEntry? {
        let query = try connection.statement(
            "SELECT digest, \(Self.columns) FROM entry WHERE row = (SELECT row FROM slot WHERE hash = ?1)")
        defer { query.reset() }
        query.bind([.integer(digest.hash)])
        guard try query.step(), query.bytes(0) == digest.bytes else { return nil }
        return try entry(in: query, from: 1, epochs: epochs, at: now)
    }

    /// Reads an entry from the columns of a query; nil where it is over, invalid or damaged.
    func entry(
        in query: SQLiteStatement, from column: Int32, epochs: Epochs, at now: Int64
    ) throws(StoreError) -> StoredEntry? {
        let kept = query.isNull(column + 3) ? nil : query.integer(column + 3)
        if query.isNull(column + 7) { return nil }
        if let kept, kept <= now { return nil }
        let (code, namespace, bytes) = (query.bytes(column + 4), query.bytes(column + 5), query.bytes(column + 7))
        let checksum = Self.checksum(groups: code, namespace: namespace, bytes: bytes)
        guard query.integer(column + 6) == checksum, let groups = GroupCode.groups(in: code) else { return nil }
        guard try isValid(epoch: query.integer(column), groups: groups, epochs: epochs) else { return nil }
        let content = TimedEntry(
            bytes: bytes, made: query.integer(column + 1),
            fresh: query.isNull(column + 2) ? nil : query.integer(column + 2), kept: kept, groups: groups,
            namespace: String(decoding: namespace, as: UTF8.self))
        return content.entry(at: now)
    }

    /// Returns whether no group of an entry was invalidated after the epoch of the entry.
    func isValid(epoch: Int64, groups: [CacheGroup], epochs: Epochs) throws(StoreError) -> Bool {
        if epoch == epochs.latest { return true }
        // An epoch of the future belongs to a file that is no longer used.
        guard epoch >= epochs.oldestValid, epoch < epochs.latest else { return false }
        for group in groups {
            let invalidated = try connection.integer(
                "SELECT epoch FROM invalidation WHERE id = ?1", .integer(group.storageID))
            if let invalidated, invalidated > epoch { return false }
        }
        return true
    }

    /// Returns the checksum of an entry. SQLite has no checksums of its own.
    static func checksum(groups: [UInt8], namespace: [UInt8], bytes: [UInt8]) -> Int64 {
        let head = Checksum.of(groups + namespace, from: 0)
        return Int64(bitPattern: head &* 31 &+ Checksum.of(bytes, from: 0))
    }
}
