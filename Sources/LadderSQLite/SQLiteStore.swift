public import LadderCore

/// A store on the system's SQLite, for answers that survive a restart and that the processes of one machine share.
///
/// ```swift
/// import LadderSQLite
///
/// let store = try SQLiteStore(SQLiteStorePolicy(path: "/var/lib/app/answers.sqlite3"))
/// let pipeline = try Pipeline(model: model) { ExactCache(store: store) }
/// ```
///
/// SQLite is loaded at run time. Where the system has none, creating a store throws an error that says what to install.
///
/// - An answer is in the file when `set` returns. A process that ends abruptly loses nothing. A loss of power may lose the
///   writes of the last moments, but never an invalidation, and never damages the file.
/// - All work is done on a thread of its own. Writes that arrive together share one commit.
public final class SQLiteStore: CacheStore {
    /// The policy that the store was created with.
    public let policy: SQLiteStorePolicy
    private let worker: TableWorker<StoreTable>
    private let clock: WallClock

    /// Opens the file, which is made where there is none.
    ///
    /// - Throws: `StoreError` where SQLite is missing or the file cannot be used.
    public convenience init(_ policy: SQLiteStorePolicy) throws(StoreError) {
        try self.init(policy, library: SQLiteLibrary.shared.get())
    }

    init(
        _ policy: SQLiteStorePolicy, library: SQLiteLibrary, clock: WallClock = WallClock()
    ) throws(StoreError) {
        self.clock = clock
        if let problem = policy.problems.first { throw StoreError(.other, message: problem) }
        self.policy = policy
        worker = TableWorker("ladder.sqlite.store", tables: try StoreTable.opened(library, policy: policy)) {
            damaged, error in
            StoreFiles(path: policy.path).markDamaged(damaged.file, because: error.message)
            do throws(StoreError) { return try StoreTable.opened(library, policy: policy) } catch { return nil }
        }
    }

    deinit { worker.close() }

    /// Returns the entry of a key, and the epoch under which an answer to the same request may be written later.
    public func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
        let (digest, now) = (key.digest, clock.milliseconds(in: context))
        return try await worker.read { table throws(StoreError) in
            let epoch = try table.epoch()
            let entry = try table.entry(digest, at: now)
            if entry != nil { table.noteRead(digest) }
            return StoreLookup(entry: entry, epoch: epoch)
        }
    }

    /// Writes an entry over the one that the key has.
    public func set(
        _ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext
    ) async throws {
        let (digest, now) = (key.digest, clock.milliseconds(in: context))
        try await worker.write { table throws(StoreError) in try table.set(digest, to: entry, asOf: epoch, at: now) }
    }

    /// Hands an entry over to be written, without waiting for it.
    ///
    /// - Returns: Whether it will be written. It is not where too many writes wait already, or the store is closed.
    @discardableResult
    public func enqueue(
        _ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext
    ) -> Bool {
        guard worker.waiting < policy.maximumWaitingWrites else { return false }
        let (digest, now) = (key.digest, clock.milliseconds(in: context))
        return worker.add(
            TableJob(
                isWrite: true,
                run: { table throws(StoreError) in try table.set(digest, to: entry, asOf: epoch, at: now) },
                end: { _ in }))
    }

    /// Removes the entry of a key, if there is one.
    public func remove(_ key: CacheKey, in context: StoreContext) async throws {
        let (digest, now) = (key.digest, clock.milliseconds(in: context))
        try await worker.write { table throws(StoreError) in try table.remove(digest, at: now) }
    }

    /// Makes every entry of a group invalid that was written, or whose answer was begun, before.
    public func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {
        try await worker.write(isDurable: true) { table throws(StoreError) in try table.invalidate(group) }
    }

    /// Returns a page of the valid entries of a namespace, in the order in which they were written.
    public func entries(
        in namespace: String, after cursor: StoreCursor?, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        let now = clock.milliseconds(in: context)
        return try await worker.read { table throws(StoreError) in
            try table.page(of: namespace, after: cursor, limit: limit, at: now, withRemovals: false)
        }
    }

    /// Returns a page of what has been written since a page of ``entries(in:after:limit:in:)`` or of this function.
    public func changes(
        in namespace: String, since cursor: StoreCursor, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        let now = clock.milliseconds(in: context)
        return try await worker.read { table throws(StoreError) in
            try table.page(of: namespace, after: cursor, limit: limit, at: now, withRemovals: true)
        }
    }

    /// Writes what is waiting to be written. Later operations throw `closed`.
    public func close() async {
        try? await worker.write { table throws(StoreError) in try table.writeReads() }
        worker.close()
    }

    /// One sentence for each option that is out of range.
    public var configurationProblems: [String] { policy.problems }
}
