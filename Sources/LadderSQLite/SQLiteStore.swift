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
/// - Look-ups have connections of their own and do not wait behind writes. All work is done on threads of the store.
/// - Writes that arrive together share one commit. A call does not wait for it, unless
///   ``SQLiteStorePolicy/writesBehind`` is false.
/// - What is in the file survives the end of the process, however abrupt. A loss of power may lose the last few
///   writes, but never an invalidation, and never damages the file.
/// - A file that is damaged all the same is left aside, and the store goes on with an empty one. `onEvent` reports it.
public final class SQLiteStore: CacheStore {
    /// The policy that the store was created with.
    public let policy: SQLiteStorePolicy
    let writer: TableWorker<StoreTable>
    let readers: TableWorker<StoreReader>
    let isPaused = Locked(false)
    let waiting: WaitingWrites
    let parts: StoreParts

    /// The number of connections that read.
    private static let readerCount = 2

    /// Opens the file, which is made where there is none.
    ///
    /// - Parameters:
    ///   - policy: Where the file is, and how the store uses it.
    ///   - onEvent: Called with what an operator should know, on a thread of the store. Log it, and return soon.
    /// - Throws: `StoreError` where SQLite is missing or the file cannot be used.
    public convenience init(
        _ policy: SQLiteStorePolicy, onEvent: @escaping @Sendable (SQLiteStoreEvent) -> Void = { _ in }
    ) throws(StoreError) {
        try self.init(policy, library: SQLiteLibrary.shared.get(), onEvent: onEvent)
    }

    init(
        _ policy: SQLiteStorePolicy, library: SQLiteLibrary, clock: WallClock = WallClock(),
        onEvent: @escaping @Sendable (SQLiteStoreEvent) -> Void = { _ in }
    ) throws(StoreError) {
        let parts = try StoreParts(policy, library: library, clock: clock, onEvent: onEvent)
        self.policy = policy
        self.parts = parts
        waiting = WaitingWrites(maximumCount: policy.maximumWaitingWrites, maximumBytes: policy.maximumEntryBytes)
        writer = try TableWorker("ladder.sqlite.writer") { () throws(StoreError) in
            try StoreTable.opened(parts)
        } afterBatch: { errors in
            parts.reports.noteFailedWrites(errors, at: parts.now)
            parts.reports.deliver()
        }
        readers = try TableWorker("ladder.sqlite.reader", lanes: Self.readerCount, largestBatch: 32) {
            () throws(StoreError) in
            try StoreReader.opened(parts)
        } afterBatch: { _ in
            parts.reports.deliver()
        }
        parts.reports.deliver()
    }

    deinit {
        writer.close()
        readers.close()
    }

    /// Returns the entry of a key, and the epoch under which an answer to the same request may be written later.
    public func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
        try await get([key], in: context)[0]
    }

    /// Returns the entries of several keys, in their order, all as they were at one moment.
    public func get(_ keys: [CacheKey], in context: StoreContext) async throws -> [StoreLookup] {
        let now = parts.clock.milliseconds(in: context)
        // Before the look-up begins: an entry that leaves the queue after this is in the file that the look-up sees.
        let questions = keys.map { key in
            let digest = key.digest
            return (digest: digest, waiting: waiting.entry(of: digest))
        }
        return try await read { reader throws(StoreError) in
            var lookups: [StoreLookup] = []
            for question in questions {
                lookups.append(try reader.lookup(question.digest, waiting: question.waiting, at: now))
            }
            return lookups
        }
    }

    /// Writes an entry over the one that the key has, unless a group of the entry was invalidated after `epoch`.
    ///
    /// Without an epoch it returns when the entry is in the file, whatever the policy says.
    ///
    /// - Throws: `StoreError` of kind `tooLarge` for an entry above ``SQLiteStorePolicy/maximumEntryBytes``. The entry
    ///   that the key had is removed then.
    public func set(
        _ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext
    ) async throws {
        let (digest, now) = (key.digest, parts.clock.milliseconds(in: context))
        guard entry.bytes.count <= policy.maximumEntryBytes else {
            try await remove(key, in: context)
            throw StoreError(.tooLarge, message: "the entry is larger than an eighth of the store")
        }
        let content = TimedEntry(entry, at: now)
        if policy.writesBehind, let epoch, try enqueue(content, under: digest, asOf: epoch, at: now) { return }
        try await write { table throws(StoreError) in try table.set(digest, to: content, asOf: epoch, at: now) }
    }

    /// Queues a write. Returns false where too many wait already.
    private func enqueue(
        _ content: TimedEntry, under digest: SHA256Digest, asOf epoch: StoreEpoch, at now: Int64
    ) throws(StoreError) -> Bool {
        try checkNotPaused()
        let waiting = waiting
        let (entry, size) = (WaitingWrites.Entry(content: content, epoch: epoch), content.bytes.count)
        guard let ticket = waiting.add(entry, under: digest) else { return false }
        let job = TableJob<StoreTable>(
            isWrite: true,
            run: { table throws(StoreError) in try table.set(digest, to: content, asOf: epoch, at: now) },
            end: { _ in waiting.remove(ticket, ofBytes: size, under: digest) })
        if writer.add(job) { return true }
        waiting.remove(ticket, ofBytes: size, under: digest)
        throw StoreError(.closed, message: "the store is closed")
    }

    /// Removes the entry of a key, if there is one.
    public func remove(_ key: CacheKey, in context: StoreContext) async throws {
        let (digest, now) = (key.digest, parts.clock.milliseconds(in: context))
        try await write { table throws(StoreError) in try table.remove(digest, at: now) }
    }

    /// Makes every entry of a group invalid that was written, or whose answer was begun, before.
    ///
    /// It returns when the invalidation is on the disk, where a loss of power does not undo it.
    public func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {
        try await write(isDurable: true) { table throws(StoreError) in try table.invalidate(group) }
    }

    /// Waits until everything that was queued is in the file, or could not be written.
    public func flush() async throws {
        try await write { _ throws(StoreError) in }
    }

    /// Writes what is waiting to be written and closes the file. Later operations throw `closed`.
    public func close() async {
        await closeFile(refusingWith: StoreError(.closed, message: "the store is closed"))
        writer.close()
        readers.close()
    }

    /// What the store holds. Entries and bytes are those of the file when this process wrote last; the other numbers
    /// count what this process has dropped.
    public var statistics: StoreStatistics? { parts.tally.statistics }

    /// One sentence for each option that is out of range.
    public var configurationProblems: [String] { policy.problems }
}
