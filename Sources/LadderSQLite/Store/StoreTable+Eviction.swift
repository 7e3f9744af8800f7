import LadderCore

extension StoreTable {
    /// The share of the bound to which an eviction makes room, in percent.
    private static let goal = 97
    /// The number of rows that one step looks at.
    private static let step: Int64 = 64
    /// The number of rows that one write deletes, unless it needs more room itself.
    private static let mostDeleted = 1_024
    /// The bytes that an entry takes beside its own at most, in pages that it does not fill and in the other tables.
    private static let overhead = 48 << 10

    /// Makes room where the file would be larger than its bound with an entry.
    ///
    /// Rows are looked at in the order in which they were appended. One that was read since moves to the end, any
    /// other is deleted. So whole pages become free, which rows that are deleted here and there would not do. It
    /// happens before the entry is written and within its transaction: a batch of writes never reaches the bound of
    /// the pages.
    func makeRoom(for bytes: Int, at now: Int64) throws(StoreError) {
        let maximum = parts.policy.maximumBytes
        let wanted = bytes + Self.overhead
        let before = try usedBytes()
        guard before + wanted > maximum else { return }
        try writeReads()
        var (moved, deleted) = (0, 0)
        while true {
            let used = try usedBytes()
            if used + wanted <= maximum / 100 * Self.goal { return }
            // A bound that was lowered is reached over several writes, not in one long transaction.
            if deleted >= Self.mostDeleted, used + wanted <= before { return }
            let oldest = try rows(after: 0, limit: Self.step)
            if oldest.isEmpty { return }
            for row in oldest {
                let isOver = row.isLive ? try isOver(row, at: now) : true
                // A large entry does not move: for a moment it would take its bytes twice.
                if !isOver, row.wasRead, row.size <= maximum / 64, moved < 256 + 4 * deleted {
                    moved += 1
                    try moveToEnd(row)
                } else {
                    deleted += 1
                    if !isOver { parts.tally.change { $0.evicted += 1 } }
                    try delete(row)
                }
            }
        }
    }

    /// Deletes what is over or was invalidated, a few rows once a second. Without it such rows would stay until the
    /// file is full.
    func sweep(at now: Int64) throws(StoreError) {
        guard now >= nextSweep || nextSweep > now.saturatingAdding(2_000) else { return }
        nextSweep = now.saturatingAdding(1_000)
        let rows = try rows(after: sweptRow, limit: Self.step)
        // The end of the table, which grows meanwhile, is where the next round begins.
        sweptRow = rows.count < Self.step ? 0 : rows.last?.number ?? 0
        for row in rows where row.isLive {
            if try isOver(row, at: now) { try delete(row) }
        }
    }

    /// The bytes of all pages in use.
    func usedBytes() throws(StoreError) -> Int {
        let pages = try connection.integer("PRAGMA page_count") ?? 0
        let free = try connection.integer("PRAGMA freelist_count") ?? 0
        return Int(pages - free) * Int(try connection.integer("PRAGMA page_size") ?? 0)
    }

    private struct Row {
        let number: Int64
        let hash: Int64
        let epoch: Int64
        let kept: Int64?
        let groups: [CacheGroup]?
        /// The number of bytes; zero for the trace of a removal.
        let size: Int
        /// Whether a slot points to it.
        var isLive = false
        var wasRead = false
    }

    private func rows(after number: Int64, limit: Int64) throws(StoreError) -> [Row] {
        let query = try connection.statement(
            """
            SELECT row, digest, epoch, kept, groups, length(bytes) FROM entry WHERE row > ?1 ORDER BY row LIMIT ?2
            """)
        var found: [Row] = []
        do {
            defer { query.reset() }
            query.bind([.integer(number), .integer(limit)])
            while try query.step() {
                found.append(
                    Row(
                        number: query.integer(0), hash: SHA256Digest(bytes: query.bytes(1))?.hash ?? 0,
                        epoch: query.integer(2), kept: query.isNull(3) ? nil : query.integer(3),
                        groups: GroupCode.groups(in: query.bytes(4)), size: Int(query.integer(5))))
            }
        }
        for index in found.indices {
            let wasRead = try connection.integer(
                "SELECT wasRead FROM slot WHERE hash = ?1 AND row = ?2", .integer(found[index].hash),
                .integer(found[index].number))
            found[index].isLive = wasRead != nil
            found[index].wasRead = wasRead == 1
        }
        return found
    }

    /// Returns whether no look-up can find a row any more, and counts it.
    private func isOver(_ row: Row, at now: Int64) throws(StoreError) -> Bool {
        if let kept = row.kept, kept <= now {
            parts.tally.change { $0.expired += 1 }
            return true
        }
        guard let groups = row.groups,
            try queries.isValid(epoch: row.epoch, groups: groups, epochs: try queries.epochs())
        else {
            parts.tally.change { $0.invalidated += 1 }
            return true
        }
        return false
    }

    private func moveToEnd(_ row: Row) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO entry (digest, \(StoreQueries.columns))
            SELECT digest, \(StoreQueries.columns) FROM entry WHERE row = ?1
            """, .integer(row.number))
        try connection.run(
            "UPDATE slot SET row = (SELECT max(row) FROM entry), wasRead = 0 WHERE hash = ?1", .integer(row.hash))
        try connection.run("DELETE FROM entry WHERE row = ?1", .integer(row.number))
    }

    private func delete(_ row: Row) throws(StoreError) {
        if row.isLive {
            try connection.run(
                "DELETE FROM slot WHERE hash = ?1 AND row = ?2", .integer(row.hash), .integer(row.number))
        } else {
            try connection.run("UPDATE meta SET forgotten = max(forgotten, ?1) WHERE id = 1", .integer(row.number))
        }
        try connection.run("DELETE FROM entry WHERE row = ?1", .integer(row.number))
    }
}
