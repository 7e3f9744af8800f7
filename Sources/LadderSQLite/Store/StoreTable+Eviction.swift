import LadderCore

extension StoreTable {
    /// The share of the bound to which an eviction makes room, in percent.
    private static let goal = 97
    /// The number of rows that one step looks at.
    private static let step: Int64 = 64

    /// Makes room where the file is larger than its bound.
    ///
    /// Rows are looked at in the order in which they were appended. One that was read since moves to the end, any other is
    /// deleted. So whole pages become free, which rows that are deleted here and there would not do.
    func evict(at now: Int64) throws(StoreError) {
        guard try usedBytes() > maximumBytes else { return }
        try writeReads()
        while try usedBytes() > maximumBytes / 100 * Self.goal {
            let oldest = try oldestRows()
            if oldest.isEmpty { return }
            for row in oldest {
                let isKept = row.wasRead && (row.kept.map { $0 > now } ?? true)
                if isKept { try moveToEnd(row) } else { try delete(row) }
            }
        }
    }

    private struct Row {
        let number: Int64
        let hash: Int64
        let wasRead: Bool
        let kept: Int64?
    }

    /// The bytes of all pages in use.
    private func usedBytes() throws(StoreError) -> Int {
        let pages = try connection.integer("PRAGMA page_count") ?? 0
        let free = try connection.integer("PRAGMA freelist_count") ?? 0
        return Int(pages - free) * Int(try connection.integer("PRAGMA page_size") ?? 0)
    }

    private func oldestRows() throws(StoreError) -> [Row] {
        let query = try connection.statement("SELECT row, digest FROM entry ORDER BY row LIMIT ?1")
        query.bind([.integer(Self.step)])
        var found: [(row: Int64, hash: Int64)] = []
        while try query.step() {
            if let digest = SHA256Digest(bytes: query.bytes(1)) { found.append((query.integer(0), digest.hash)) }
        }
        query.reset()
        var rows: [Row] = []
        for (row, hash) in found {
            let slot = try connection.statement("SELECT wasRead, kept FROM slot WHERE hash = ?1 AND row = ?2")
            slot.bind([.integer(hash), .integer(row)])
            let isLive = try slot.step()
            rows.append(
                Row(
                    number: row, hash: hash, wasRead: isLive && slot.integer(0) != 0,
                    kept: isLive && !slot.isNull(1) ? slot.integer(1) : nil))
            slot.reset()
        }
        return rows
    }

    private func moveToEnd(_ row: Row) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO entry (digest, epoch, made, fresh, kept, groups, namespace, checksum, bytes)
            SELECT digest, epoch, made, fresh, kept, groups, namespace, checksum, bytes FROM entry WHERE row = ?1
            """, .integer(row.number))
        try connection.run(
            "UPDATE slot SET row = (SELECT max(row) FROM entry), wasRead = 0 WHERE hash = ?1", .integer(row.hash))
        try connection.run("DELETE FROM entry WHERE row = ?1", .integer(row.number))
    }

    private func delete(_ row: Row) throws(StoreError) {
        try connection.run("DELETE FROM slot WHERE hash = ?1 AND row = ?2", .integer(row.hash), .integer(row.number))
        try connection.run("DELETE FROM entry WHERE row = ?1", .integer(row.number))
    }
}
