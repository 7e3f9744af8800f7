import LadderCore

extension StoreQueries {
    /// Returns a page of the rows of a namespace behind a row: valid entries, and removals where they are wanted.
    func page(
        of namespace: String, after row: Int64, limit: Int, at now: Int64, withRemovals: Bool
    ) throws(StoreError) -> StorePage {
        if withRemovals, row < (try connection.integer("SELECT forgotten FROM meta WHERE id = 1") ?? 0) {
            throw StoreError(.cursorExpired, message: "the store no longer knows all removals since then")
        }
        let epochs = try epochs()
        // The last condition lets SQLite use the index, which leaves out the entries without a namespace.
        let query = try connection.statement(
            """
            SELECT row, digest, \(Self.columns) FROM entry
            WHERE row > ?1 AND namespace = ?2 AND namespace <> x'' ORDER BY row LIMIT ?3
            """)
        defer { query.reset() }
        query.bind([.integer(row), .bytes(Array(namespace.utf8)), .integer(Int64(limit) + 1)])
        var page = StorePage(items: [], cursor: StoreCursor(bytes: []), hasMore: false)
        var (last, count) = (row, 0)
        while try query.step() {
            count += 1
            if count > limit {
                page.hasMore = true
                break
            }
            last = query.integer(0)
            guard let digest = SHA256Digest(bytes: query.bytes(1)) else { continue }
            let entry = try entry(in: query, from: 2, epochs: epochs, at: now)
            let isRemoval = query.isNull(9)
            if entry != nil || isRemoval && withRemovals { page.items.append(.init(digest: digest, entry: entry)) }
        }
        page.cursor = StoreCursor(row: last)
        return page
    }
}

extension StoreCursor {
    /// Creates the cursor behind a row.
    init(row: Int64) {
        var writer = ByteWriter(keepsOpaqueBytes: false, capacity: 10)
        writer.write(row)
        self.init(bytes: writer.bytes)
    }

    /// The row behind which the next page begins.
    ///
    /// - Throws: `StoreError` of kind `cursorExpired` where another store made the cursor.
    func row() throws(StoreError) -> Int64 {
        do throws(StoreError) {
            var reader = ByteReader(bytes)
            return try reader.readInteger()
        } catch {
            throw StoreError(.cursorExpired, message: "the cursor is not one of this store")
        }
    }
}
