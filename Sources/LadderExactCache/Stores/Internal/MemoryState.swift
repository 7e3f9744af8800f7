import LadderCore
import Synchronization

/// What a memory store holds for one runtime: its shards, its invalidations and its changes.
final class MemoryState: Sendable {
    /// A part of the entries with a lock of its own.
    private final class Shard: Sendable {
        let table: Locked<MemoryTable>

        init(maximumEntries: Int, maximumBytes: Int) {
            table = Locked(MemoryTable(maximumEntries: maximumEntries, maximumBytes: maximumBytes))
        }
    }

    private let policy: MemoryStorePolicy
    private let shards: [Shard]
    private let invalidations = Locked(InvalidationTable())
    /// The latest epoch of `invalidations`, for look-ups without its lock.
    private let latestEpoch = Atomic<UInt64>(0)
    private let changes: Locked<ChangeLog>

    init(_ policy: MemoryStorePolicy) {
        self.policy = policy
        let count = policy.shardCount
        shards = (0..<count).map { index in
            Shard(
                maximumEntries: policy.maximumEntries / count + (index < policy.maximumEntries % count ? 1 : 0),
                maximumBytes: policy.maximumBytes / count)
        }
        changes = Locked(ChangeLog(capacity: min(policy.maximumEntries, 16_384)))
    }

    private func shard(of fingerprint: CacheKey.Fingerprint) -> Shard {
        shards[Int(truncatingIfNeeded: fingerprint.high) & (shards.count - 1)]
    }

    private var check: EntryCheck {
        EntryCheck(epoch: latestEpoch.load(ordering: .acquiring), isValid: isValid)
    }

    private func isValid(_ entry: MemoryEntry) -> Bool {
        invalidations.withLock { $0.isValid(entry.groups, since: entry.epoch) }
    }

    // MARK: One entry

    func lookup(_ fingerprint: CacheKey.Fingerprint, at now: Instant) -> StoreLookup {
        let check = check
        let entry = shard(of: fingerprint).table.withLock { $0.entry(of: fingerprint, at: now, checking: check) }
        return StoreLookup(entry: entry?.stored(at: now), epoch: StoreEpoch(check.epoch))
    }

    func write(
        _ entry: StoredEntry, under fingerprint: CacheKey.Fingerprint, digest: SHA256Digest?,
        asOf epoch: StoreEpoch?, at now: Instant
    ) throws(StoreError) {
        let check = check
        let size = MemoryEntry.size(of: entry)
        let isTooLarge = size > policy.maximumEntryBytes
        let written = MemoryEntry(
            entry, under: fingerprint, digest: digest, epoch: min(epoch?.number ?? check.epoch, check.epoch), at: now)
        // An entry that is not valid now is not written, and a newer one that the key has stays.
        guard written.epoch == check.epoch || isValid(written) else { return }
        guard !isTooLarge, written.isKept(at: now) else {
            remove(fingerprint)
            guard isTooLarge else { return }
            throw StoreError(
                .tooLarge, message: "the entry takes \(size) bytes; at most \(policy.maximumEntryBytes) are allowed")
        }
        change(shard(of: fingerprint)) { $0.write(written, size: size, at: now, checking: check) }
    }

    func remove(_ fingerprint: CacheKey.Fingerprint) {
        change(shard(of: fingerprint)) { $0.remove(fingerprint) }
    }

    /// Changes the table of a shard and notes what changed.
    ///
    /// A change is noted after it has been made, so a reader of the changes never sees the entry of before it.
    private func change(_ shard: Shard, _ body: (inout MemoryTable) -> Void = { _ in }) {
        let made = shard.table.withLock { table in
            body(&table)
            return table.takeChanges()
        }
        if !made.isEmpty { changes.withLock { for change in made { $0.add(change) } } }
    }

    // MARK: Groups

    func invalidate(_ group: CacheGroup, at now: Instant) {
        let isFull = invalidations.withLock { table in
            table.invalidate(group)
            latestEpoch.store(table.latest, ordering: .releasing)
            return table.isFull
        }
        guard isFull else { return }
        // So many groups were invalidated one by one that the table is full: check every entry, then forget them.
        let check = check
        for shard in shards { change(shard) { $0.checkAll(at: now, checking: check) } }
        invalidations.withLock { $0.forget(upTo: check.epoch) }
    }

    // MARK: Listings

    func entries(
        in namespace: String, after cursor: StoreCursor?, limit: Int, at now: Instant
    ) throws(StoreError) -> StorePage {
        let check = check
        var place = try MemoryCursor(cursor, of: self) ?? MemoryCursor(change: changes.withLock { $0.latest })
        var items: [StorePage.Item] = []
        while place.shard < shards.count, items.count < limit {
            let (from, room) = (place.slot, limit - items.count)
            let page = shards[place.shard].table.withLock {
                $0.entries(in: namespace, from: from, limit: room, at: now, checking: check)
            }
            items += page.entries.compactMap { entry in
                entry.digest.map { StorePage.Item(digest: $0, entry: entry.stored(at: now)) }
            }
            place.slot = page.isEnd ? 0 : page.next
            if page.isEnd { place.shard += 1 }
        }
        return StorePage(items: items, cursor: place.cursor(of: self), hasMore: place.shard < shards.count)
    }

    func changes(
        in namespace: String, since cursor: StoreCursor, limit: Int, at now: Instant
    ) throws(StoreError) -> StorePage {
        let check = check
        guard var place = try MemoryCursor(cursor, of: self) else { throw .cursorExpired }
        for shard in shards { change(shard) }
        let from = place.change
        guard let page = changes.withLock({ $0.changes(in: namespace, since: from, limit: limit) }) else {
            throw .cursorExpired
        }
        let items = page.changes.map { change in
            let entry = shard(of: change.fingerprint).table.withLock {
                $0.entry(of: change.fingerprint, countsAsRead: false, at: now, checking: check)
            }
            return StorePage.Item(digest: change.digest, entry: entry?.stored(at: now))
        }
        place.change = page.next
        return StorePage(items: items, cursor: place.cursor(of: self), hasMore: page.hasMore)
    }

    var statistics: StoreStatistics {
        var sum = StoreStatistics(maximumEntries: policy.maximumEntries, maximumBytes: policy.maximumBytes)
        for shard in shards {
            let (count, bytes, counts) = shard.table.withLock { ($0.count, $0.bytes, $0.counts) }
            sum.entries += count
            sum.bytes += bytes
            sum.evicted += counts.evicted
            sum.expired += counts.expired
            sum.invalidated += counts.invalidated
        }
        return sum
    }
}

extension StoreError {
    static let cursorExpired = StoreError(
        .cursorExpired, message: "the store no longer knows all changes since then; list its entries again")
}
