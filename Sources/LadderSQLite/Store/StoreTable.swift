import LadderCore

/// The tables of a store, used by one thread at a time.
///
/// Rows are appended: `entry` has the bytes, `slot` finds the newest row of a key by the first 64 bits of its digest.
/// An entry remembers the epoch under which it was written; `invalidation` has the epoch of each group that was
/// invalidated, so an invalidation takes one row. A removed entry of a namespace leaves a row without bytes, by which
/// the changes report it.
final class StoreTable: DatabaseTables {
    let connection: SQLiteConnection
    let parts: StoreParts
    /// The row behind which the next sweep begins, and its time.
    var sweptRow: Int64 = 0
    var nextSweep = Int64.min
    private let file: String

    /// "Ladr", by which SQLite's file says whose it is.
    static let application: Int64 = 0x4C61_6472
    static let busyMilliseconds: Int32 = 2_000
    private static let version: Int64 = 1

    var queries: StoreQueries { StoreQueries(connection: connection) }

    /// Opens the file in use, or the next one where it is damaged.
    static func opened(_ parts: StoreParts) throws(StoreError) -> StoreTable {
        while true {
            let file = try parts.files.createCurrent(parts.policy.fileOptions)
            do throws(StoreError) {
                let table = try StoreTable(parts, file: file)
                parts.files.deleteOldDamaged(at: parts.now)
                return table
            } catch {
                guard error.kind == .corrupt, parts.files.leaveAside(file, because: error.message) else { throw error }
            }
        }
    }

    private init(_ parts: StoreParts, file: String) throws(StoreError) {
        self.parts = parts
        self.file = file
        connection = try SQLiteConnection(
            parts.library, path: file, access: .readWrite, busyMilliseconds: Self.busyMilliseconds,
            options: parts.policy.fileOptions)
        try connection.prepareFile(
            application: Self.application, version: Self.version, tables: Self.tables(firstEpoch: parts.now << 10))
        // For this connection only: the file does not remember it.
        let pageSize = max(512, try connection.integer("PRAGMA page_size") ?? 0)
        _ = try connection.integer("PRAGMA max_page_count = \(Int64(parts.policy.maximumBytes) / pageSize * 11 / 10)")
        wroteBatch()
    }

    /// The statements that make the tables.
    ///
    /// The first epoch is higher than any of a file before, so that an answer begun under that one is refused.
    private static func tables(firstEpoch: Int64) -> String {
        """
        CREATE TABLE meta (
            id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, oldestValid INTEGER NOT NULL, forgotten INTEGER NOT NULL,
            entries INTEGER NOT NULL);
        INSERT INTO meta VALUES (1, \(firstEpoch), \(firstEpoch), 0, 0);
        CREATE TABLE entry (
            row INTEGER PRIMARY KEY AUTOINCREMENT, digest BLOB NOT NULL, epoch INTEGER NOT NULL, made INTEGER NOT NULL,
            fresh INTEGER, kept INTEGER, groups BLOB NOT NULL, namespace BLOB NOT NULL, checksum INTEGER NOT NULL,
            bytes BLOB);
        CREATE INDEX listing ON entry (namespace) WHERE namespace <> x'';
        CREATE INDEX removal ON entry (kept) WHERE bytes IS NULL;
        CREATE TABLE slot (hash INTEGER PRIMARY KEY, row INTEGER NOT NULL, wasRead INTEGER NOT NULL);
        CREATE TRIGGER slotAdded AFTER INSERT ON slot BEGIN UPDATE meta SET entries = entries + 1; END;
        CREATE TRIGGER slotGone AFTER DELETE ON slot BEGIN UPDATE meta SET entries = entries - 1; END;
        CREATE TABLE invalidation (id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL);
        """
    }

    var isCurrent: Bool { parts.files.current == file }

    func leaveAside(because error: StoreError) -> Bool { parts.files.leaveAside(file, because: error.message) }

    func wroteBatch() {
        do throws(StoreError) {
            let entries = try connection.integer("SELECT entries FROM meta WHERE id = 1") ?? 0
            let bytes = try usedBytes()
            parts.tally.change {
                $0.entries = Int(entries); $0.bytes = bytes
            }
        } catch {
            // The statistics stay as they were. The next operation reports what is wrong with the file.
        }
    }

    /// Writes an entry over the one that the digest has, unless a group of it was invalidated after its epoch.
    func set(
        _ digest: SHA256Digest, to entry: TimedEntry, asOf epoch: StoreEpoch?, at now: Int64
    ) throws(StoreError) {
        let epochs = try queries.epochs()
        let epoch = epoch.map { Int64(bitPattern: $0.number) } ?? epochs.latest
        guard try queries.isValid(epoch: epoch, groups: entry.groups, epochs: epochs) else { return }
        try makeRoom(for: entry.bytes.count, at: now)
        try forget(digest)
        try append(digest, entry, epoch: epoch)
        try connection.run(
            "INSERT INTO slot SELECT ?1, max(row), 0 FROM entry", .integer(digest.hash))
        if parts.marks.isFull { try writeReads() }
        try sweep(at: now)
    }

    /// Removes the entry of a digest.
    func remove(_ digest: SHA256Digest, at now: Int64) throws(StoreError) {
        let epochs = try queries.epochs()
        let old = try queries.entry(digest, epochs: epochs, at: now)
        try forget(digest)
        guard let old, !old.namespace.isEmpty else { return }
        try append(digest, TimedEntry(old, at: now), epoch: epochs.latest, isRemoval: true)
        try pruneRemovals()
    }

    /// Makes the entries of a group invalid.
    func invalidate(_ group: CacheGroup) throws(StoreError) {
        try connection.run("UPDATE meta SET epoch = epoch + 1 WHERE id = 1")
        let epoch = try queries.epochs().latest
        guard group != .all else {
            try connection.run("DELETE FROM invalidation")
            return try connection.run("UPDATE meta SET oldestValid = epoch WHERE id = 1")
        }
        try connection.run(
            "INSERT OR REPLACE INTO invalidation VALUES (?1, ?2)", .integer(group.storageID), .integer(epoch))
        try pruneInvalidations(at: epoch)
    }

    /// Writes which entries were read.
    func writeReads() throws(StoreError) {
        for hash in parts.marks.take() {
            try connection.run("UPDATE slot SET wasRead = 1 WHERE hash = ?1 AND wasRead = 0", .integer(hash))
        }
    }

    private func append(
        _ digest: SHA256Digest, _ entry: TimedEntry, epoch: Int64, isRemoval: Bool = false
    ) throws(StoreError) {
        let (groups, namespace) = (GroupCode.bytes(of: entry.groups), Array(entry.namespace.utf8))
        let checksum = StoreQueries.checksum(groups: groups, namespace: namespace, bytes: entry.bytes)
        try connection.run(
            "INSERT INTO entry (digest, \(StoreQueries.columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            .bytes(digest.bytes), .integer(epoch), .integer(entry.made), entry.fresh.map { .integer($0) } ?? .null,
            entry.kept.map { .integer($0) } ?? .null, .bytes(groups), .bytes(namespace), .integer(checksum),
            isRemoval ? .null : .bytes(entry.bytes))
    }

    /// Deletes the rows of a digest, without a trace for the changes.
    private func forget(_ digest: SHA256Digest) throws(StoreError) {
        try connection.run(
            "DELETE FROM entry WHERE row = (SELECT row FROM slot WHERE hash = ?1)", .integer(digest.hash))
        try connection.run("DELETE FROM slot WHERE hash = ?1", .integer(digest.hash))
    }
}
