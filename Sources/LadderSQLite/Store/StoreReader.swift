import LadderCore

/// A connection that only reads, so that look-ups do not wait behind writes. It sees every commit before its
/// transaction.
final class StoreReader: DatabaseTables {
    let connection: SQLiteConnection
    private let file: String
    private let parts: StoreParts

    /// Opens the file in use.
    static func opened(_ parts: StoreParts) throws(StoreError) -> StoreReader {
        do throws(StoreError) {
            return try StoreReader(parts)
        } catch {
            // Another process has left the file aside and not made the next one yet, or nothing has noticed the damage.
            guard error.kind == .corrupt || error.kind == .unavailable else { throw error }
            let writer = try StoreTable.opened(parts)
            return try withExtendedLifetime(writer) { () throws(StoreError) in try StoreReader(parts) }
        }
    }

    private init(_ parts: StoreParts) throws(StoreError) {
        self.parts = parts
        file = parts.files.current
        connection = try SQLiteConnection(
            parts.library, path: file, access: .readOnly, busyMilliseconds: StoreTable.busyMilliseconds)
        guard try connection.integer("PRAGMA application_id") == StoreTable.application else {
            throw StoreError(.unavailable, message: "\(file) has no tables of a store")
        }
    }

    var isCurrent: Bool { parts.files.current == file }

    func leaveAside(because error: StoreError) -> Bool { parts.files.leaveAside(file, because: error.message) }

    /// Returns what the store knows about a digest, of which an entry may wait to be written.
    func lookup(
        _ digest: SHA256Digest, waiting: WaitingWrites.Entry?, at now: Int64
    ) throws(StoreError) -> StoreLookup {
        let queries = StoreQueries(connection: connection)
        let epochs = try queries.epochs()
        let epoch = StoreEpoch(UInt64(bitPattern: epochs.latest))
        if let waiting {
            let isValid = try queries.isValid(
                epoch: Int64(bitPattern: waiting.epoch.number), groups: waiting.content.groups, epochs: epochs)
            return StoreLookup(entry: isValid ? waiting.content.entry(at: now) : nil, epoch: epoch)
        }
        let entry = try queries.entry(digest, epochs: epochs, at: now)
        if entry != nil { parts.marks.note(digest) }
        return StoreLookup(entry: entry, epoch: epoch)
    }

    func page(
        of namespace: String, after row: Int64, limit: Int, at now: Int64, withRemovals: Bool
    ) throws(StoreError) -> StorePage {
        try StoreQueries(connection: connection).page(
            of: namespace, after: row, limit: limit, at: now, withRemovals: withRemovals)
    }
}
