import LadderCore

extension StoreTable {
    /// Returns a page of the rows of a namespace behind a cursor: valid entries, and removals where they are wanted.
    func page(
        of namespace: String, after cursor: StoreCursor?, limit: Int, at now: Int64, withRemovals: Bool
    ) throws(StoreError) -> StorePage {
        var last = try cursor.map { cursor throws(StoreError) in try Self.row(of: cursor) } ?? 0
        if withRemovals, last < (try connection.integer("SELECT forgotten FROM meta WHERE id = 1") ?? 0) {
            throw StoreError(.cursorExpired, message: "the store no longer knows all removals since then")
        }
        let limit = max(1, limit)
        let query = try connection.statement(
            """
            SELECT row, digest, epoch, made, fresh, kept, groups, namespace, checksum, bytes
            FROM entry WHERE row > ?1 AND namespace = ?2 ORDER BY row LIMIT ?3
            """)
        defer { query.reset() }
        query.bind([.integer(last), .bytes(Array(namespace.utf8)), .integer(Int64(limit) + 1)])
        var page = StorePage(items: [], cursor: StoreCursor(bytes: []), hasMore: false)
        var count = 0
        while try query.step() {
            count += 1
            if count > limit {
                page.hasMore = true
                break
            }
            last = query.integer(0)
            guard let digest = SHA256Digest(bytes: query.bytes(1)) else { continue }
            let entry = try entry(in: query, from: 2, at: now)
            let isRemoval = query.isNull(9)
            if entry != nil || isRemoval && withRemovals { page.items.append(.init(digest: digest, entry: entry)) }
        }
        page.cursor = Self.cursor(of: last)
        return page
    }

    private static func cursor(of row: Int64) -> StoreCursor {
        var writer = ByteWriter(keepsOpaqueBytes: false, capacity: 8)
        writer.write(row)
        return StoreCursor(bytes: writer.bytes)
    }

    private static func row(of cursor: StoreCursor) throws(StoreError) -> Int64 {
        var reader = ByteReader(cursor.bytes)
        return try reader.readInteger()
    }
}
