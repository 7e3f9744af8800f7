import LadderCore

/// The tables of a store, used by one thread at a time.
///
/// Rows are appended: `entry` has the bytes, `slot` finds the newest row of a key by the first 64 bits of its digest. An
/// entry remembers the epoch under which it was written; `invalidation` has the epoch of each group that was invalidated, so
/// an invalidation takes one row. A removed entry leaves a row without bytes, by which the changes report it.
final class StoreTable: DatabaseTables {
    let connection: SQLiteConnection
    let maximumBytes: Int
    /// The hashes of entries that were read since this was last written.
    private var readHashes: Set<Int64> = []

    /// "Ladr", by which SQLite's file says whose it is.
    private static let application: Int64 = 0x4C61_6472
    private static let version: Int64 = 1
    private static let rememberedReads = 65_536
    /// The number of removals that the changes report.
    private static let keptRemovals = 10_000

    /// Opens the store's file, or the next one where it is damaged.
    static func opened(_ library: SQLiteLibrary, policy: SQLiteStorePolicy) throws(StoreError) -> StoreTable {
        let files = StoreFiles(path: policy.path)
        while true {
            let file = files.current
            files.create(file)
            do throws(StoreError) {
                return try StoreTable(library, file: file, maximumBytes: policy.maximumBytes)
            } catch {
                guard error.kind == .corrupt else { throw error }
                files.markDamaged(file, because: error.message)
                if files.current == file { throw error }
            }
        }
    }

    /// The path of the file.
    let file: String

    private init(_ library: SQLiteLibrary, file: String, maximumBytes: Int) throws(StoreError) {
        self.maximumBytes = maximumBytes
        self.file = file
        connection = try SQLiteConnection(library, path: file, access: .readWrite, busyMilliseconds: 2_000)
        try connection.prepareFile(application: Self.application, version: Self.version, tables: Self.tables)
    }

    private static let tables = """
        CREATE TABLE meta (id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, forgotten INTEGER NOT NULL);
        INSERT INTO meta VALUES (1, 1, 0);
        CREATE TABLE entry (
            row INTEGER PRIMARY KEY AUTOINCREMENT, digest BLOB NOT NULL, epoch INTEGER NOT NULL, made INTEGER NOT NULL,
            fresh INTEGER, kept INTEGER, groups BLOB NOT NULL, namespace BLOB NOT NULL, checksum INTEGER NOT NULL,
            bytes BLOB);
        CREATE TABLE slot (
            hash INTEGER PRIMARY KEY, row INTEGER NOT NULL, wasRead INTEGER NOT NULL, kept INTEGER);
        CREATE TABLE invalidation (id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL);
        """

    // MARK: Reading

    /// The number of invalidations so far, and one.
    func epoch() throws(StoreError) -> StoreEpoch {
        StoreEpoch(UInt64(bitPattern: try connection.integer("SELECT epoch FROM meta WHERE id = 1") ?? 0))
    }

    /// Returns the entry of a digest as it is at a time in milliseconds since 1970.
    func entry(_ digest: SHA256Digest, at now: Int64) throws(StoreError) -> StoredEntry? {
        let query = try connection.statement(
            """
            SELECT e.digest, e.epoch, e.made, e.fresh, e.kept, e.groups, e.namespace, e.checksum, e.bytes
            FROM slot s JOIN entry e ON e.row = s.row WHERE s.hash = ?1
            """)
        defer { query.reset() }
        query.bind([.integer(digest.hash)])
        guard try query.step(), query.bytes(0) == digest.bytes else { return nil }
        return try entry(in: query, from: 1, at: now)
    }

    /// Remembers that an entry was read, so that it outlives those that are not read. It is written before an eviction.
    func noteRead(_ digest: SHA256Digest) {
        if readHashes.count < Self.rememberedReads { readHashes.insert(digest.hash) }
    }

    /// Writes which entries were read.
    func writeReads() throws(StoreError) {
        for hash in readHashes.sorted() {
            try connection.run("UPDATE slot SET wasRead = 1 WHERE hash = ?1", .integer(hash))
        }
        readHashes = []
    }

    /// Reads an entry from the columns of a query; nil where it is over, invalid or damaged.
    func entry(in query: SQLiteStatement, from column: Int32, at now: Int64) throws(StoreError) -> StoredEntry? {
        let kept = query.isNull(column + 3) ? nil : query.integer(column + 3)
        if let kept, kept <= now { return nil }
        guard !query.isNull(column + 7) else { return nil }
        let groups = try GroupCode.groups(in: query.bytes(column + 4))
        guard try isValid(epoch: query.integer(column), groups: groups) else { return nil }
        let bytes = query.bytes(column + 7)
        // SQLite has no checksums of its own.
        guard UInt64(bitPattern: query.integer(column + 6)) == Checksum.of(bytes, from: 0) else { return nil }
        let fresh = query.isNull(column + 2) ? nil : query.integer(column + 2)
        return StoredEntry(
            bytes: bytes, age: .milliseconds(max(0, now - query.integer(column + 1))),
            freshFor: fresh.map { .milliseconds($0 - now) }, keptFor: kept.map { .milliseconds($0 - now) },
            groups: groups, namespace: String(decoding: query.bytes(column + 5), as: UTF8.self))
    }

    private func isValid(epoch: Int64, groups: [CacheGroup]) throws(StoreError) -> Bool {
        if epoch == Int64(bitPattern: try self.epoch().number) { return true }
        for group in groups + [.all] {
            let invalidated = try connection.integer(
                "SELECT epoch FROM invalidation WHERE id = ?1", .integer(GroupCode.id(of: group)))
            if let invalidated, invalidated > epoch { return false }
        }
        return true
    }

    // MARK: Writing

    /// Writes an entry over the one that the digest has.
    func set(_ digest: SHA256Digest, to entry: StoredEntry, asOf epoch: StoreEpoch?, at now: Int64) throws(StoreError) {
        guard entry.bytes.count <= maximumBytes / 8 else {
            throw StoreError(.tooLarge, message: "the entry is larger than an eighth of the store")
        }
        let current = try self.epoch()
        try append(digest, entry, asOf: epoch ?? current, at: now)
        try evict(at: now)
    }

    /// Removes the entry of a digest.
    func remove(_ digest: SHA256Digest, at now: Int64) throws(StoreError) {
        guard var old = try entry(digest, at: now) else {
            return try forget(digest)
        }
        old.bytes = []
        try append(digest, old, asOf: try epoch(), at: now, isRemoval: true)
        try connection.run("DELETE FROM slot WHERE hash = ?1", .integer(digest.hash))
        try pruneRemovals()
    }

    /// Makes the entries of a group invalid.
    func invalidate(_ group: CacheGroup) throws(StoreError) {
        try connection.run("UPDATE meta SET epoch = epoch + 1 WHERE id = 1")
        let epoch = try epoch().number
        try connection.run(
            "INSERT OR REPLACE INTO invalidation VALUES (?1, ?2)", .integer(GroupCode.id(of: group)),
            .integer(Int64(bitPattern: epoch)))
    }

    private func append(
        _ digest: SHA256Digest, _ entry: StoredEntry, asOf epoch: StoreEpoch, at now: Int64, isRemoval: Bool = false
    ) throws(StoreError) {
        try forget(digest)
        let kept = entry.keptFor.map { SQLiteValue.integer(now.saturatingAdding($0.milliseconds)) } ?? .null
        try connection.run(
            """
            INSERT INTO entry (digest, epoch, made, fresh, kept, groups, namespace, checksum, bytes)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """,
            .bytes(digest.bytes), .integer(Int64(bitPattern: epoch.number)),
            .integer(now.saturatingSubtracting(entry.age.milliseconds)),
            entry.freshFor.map { .integer(now.saturatingAdding($0.milliseconds)) } ?? .null, kept,
            .bytes(GroupCode.bytes(of: entry.groups)), .bytes(Array(entry.namespace.utf8)),
            .integer(Int64(bitPattern: Checksum.of(entry.bytes, from: 0))),
            isRemoval ? .null : .bytes(entry.bytes))
        try connection.run(
            "INSERT OR REPLACE INTO slot SELECT ?1, max(row), 0, ?2 FROM entry", .integer(digest.hash), kept)
    }

    /// Deletes the rows of a digest, without a trace for the changes.
    private func forget(_ digest: SHA256Digest) throws(StoreError) {
        try connection.run(
            "DELETE FROM entry WHERE row = (SELECT row FROM slot WHERE hash = ?1)", .integer(digest.hash))
        try connection.run("DELETE FROM slot WHERE hash = ?1", .integer(digest.hash))
    }

    private func pruneRemovals() throws(StoreError) {
        let count = try connection.integer("SELECT count(*) FROM entry WHERE bytes IS NULL") ?? 0
        guard count > Self.keptRemovals else { return }
        let last = try connection.integer(
            "SELECT row FROM entry WHERE bytes IS NULL ORDER BY row LIMIT 1 OFFSET ?1",
            .integer(Int64(Self.keptRemovals / 2)))
        guard let last else { return }
        try connection.run("DELETE FROM entry WHERE bytes IS NULL AND row <= ?1", .integer(last))
        try connection.run("UPDATE meta SET forgotten = ?1 WHERE id = 1", .integer(last))
    }
}

extension SHA256Digest {
    /// The first 64 bits.
    var hash: Int64 { bytes.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) } }
}

extension Duration {
    /// The whole milliseconds, rounded up, so that no entry is over before its time.
    var milliseconds: Int64 { (clampedNanoseconds.saturatingAdding(999_999)) / 1_000_000 }
}
