import LadderCore

/// The entries of one shard of a memory store: bounded in entries and bytes, without a lock and without a clock.
struct MemoryTable {
    /// The number of slots that are looked at for expired entries with each write.
    private static let sweepLength = 2

    private let maximumEntries: Int
    private let maximumBytes: Int
    private var slots: [(entry: MemoryEntry, size: Int)?] = []
    private var freeSlots: [Int32] = []
    private var places: [CacheKey.Fingerprint: Int32] = [:]
    private var order: EvictionOrder
    private var sweepPosition = 0
    /// The changes of listed entries that have not been taken yet; at most one for each entry dropped since a write.
    private var changes: [ChangeLog.Change] = []
    private(set) var bytes = 0
    private(set) var counts = StoreStatistics()

    init(maximumEntries: Int, maximumBytes: Int) {
        self.maximumEntries = maximumEntries
        self.maximumBytes = maximumBytes
        order = EvictionOrder(maximumEntries: maximumEntries)
    }

    /// The number of entries.
    var count: Int { places.count }

    /// Returns the entry of a key. An entry that is expired or invalid is dropped.
    ///
    /// - Parameter countsAsRead: Whether the look-up helps the entry to stay.
    mutating func entry(
        of fingerprint: CacheKey.Fingerprint, countsAsRead: Bool = true, at now: Instant, checking check: EntryCheck
    ) -> MemoryEntry? {
        guard let slot = places[fingerprint], keep(slot, at: now, checking: check) else { return nil }
        if countsAsRead { order.noteRead(of: slot) }
        return slots[Int(slot)]?.entry
    }

    /// Writes an entry over the one that its key has, and makes room for it.
    ///
    /// - Parameters:
    ///   - entry: The entry.
    ///   - size: The bytes that the entry counts for, at most those of the table.
    ///   - now: The current time.
    ///   - check: The check for entries that are no longer valid.
    mutating func write(_ entry: MemoryEntry, size: Int, at now: Instant, checking check: EntryCheck) {
        sweep(at: now, checking: check)
        let known = places[entry.fingerprint]
        let oldSize = known.flatMap { slots[Int($0)]?.size } ?? 0
        makeRoom(for: size - oldSize, entries: known == nil ? 1 : 0, sparing: known)
        let slot = known ?? freeSlots.popLast() ?? Int32(slots.count)
        if Int(slot) == slots.count { slots.append(nil) }
        slots[Int(slot)] = (entry, size)
        bytes += size - oldSize
        if let change = ChangeLog.Change(of: entry) { changes.append(change) }
        guard known == nil else { return }
        places[entry.fingerprint] = slot
        order.insert(slot, hash: entry.fingerprint.low)
    }

    /// Removes the entry of a key.
    mutating func remove(_ fingerprint: CacheKey.Fingerprint) {
        guard let slot = places[fingerprint] else { return }
        order.remove(slot)
        free(slot)
    }

    /// Returns the changes of listed entries since the last time.
    mutating func takeChanges() -> [ChangeLog.Change] {
        defer { changes.removeAll(keepingCapacity: true) }
        return changes
    }

    /// Drops every entry that is expired or invalid. The others are valid as of the latest epoch of the check.
    mutating func checkAll(at now: Instant, checking check: EntryCheck) {
        for slot in slots.indices where slots[slot] != nil { _ = keep(Int32(slot), at: now, checking: check) }
    }

    /// Returns the valid entries of a namespace from a slot on, and the slot after the last one that was looked at.
    mutating func entries(
        in namespace: String, from start: Int, limit: Int, at now: Instant, checking check: EntryCheck
    ) -> (entries: [MemoryEntry], next: Int, isEnd: Bool) {
        var (found, slot) = ([MemoryEntry](), start)
        while slot < slots.count, found.count < limit {
            if let entry = slots[slot]?.entry, entry.namespace == namespace,
                keep(Int32(slot), at: now, checking: check)
            {
                found.append(entry)
            }
            slot += 1
        }
        return (found, slot, slot >= slots.count)
    }

    // MARK: Dropping

    private mutating func makeRoom(for size: Int, entries: Int, sparing spared: Int32?) {
        while count + entries > maximumEntries || bytes + size > maximumBytes {
            guard let victim = order.takeVictim(sparing: spared) else { return }
            counts.evicted += 1
            free(victim)
        }
    }

    /// Looks at the next few slots, so that an expired entry goes after a while even if it is never asked for.
    private mutating func sweep(at now: Instant, checking check: EntryCheck) {
        for _ in 0..<min(MemoryTable.sweepLength, slots.count) {
            sweepPosition = sweepPosition + 1 < slots.count ? sweepPosition + 1 : 0
            _ = keep(Int32(sweepPosition), at: now, checking: check)
        }
    }

    /// Drops the entry of a slot if it is expired or invalid. Returns whether it is still there.
    private mutating func keep(_ slot: Int32, at now: Instant, checking check: EntryCheck) -> Bool {
        guard let entry = slots[Int(slot)]?.entry else { return false }
        if !entry.isKept(at: now) {
            counts.expired += 1
        } else if entry.epoch == check.epoch {
            return true
        } else if check.isValid(entry) {
            // The entry is valid as of this epoch, so the next look-up need not ask again.
            slots[Int(slot)]?.entry.epoch = check.epoch
            return true
        } else {
            counts.invalidated += 1
        }
        order.remove(slot)
        free(slot)
        return false
    }

    private mutating func free(_ slot: Int32) {
        guard let (entry, size) = slots[Int(slot)] else { return }
        slots[Int(slot)] = nil
        freeSlots.append(slot)
        places[entry.fingerprint] = nil
        bytes -= size
        if let change = ChangeLog.Change(of: entry) { changes.append(change) }
    }
}
