public import LadderCore

extension SQLiteStore {
    /// Returns a page of the valid entries of a namespace, in the order in which they were written.
    public func entries(
        in namespace: String, after cursor: StoreCursor?, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        let row = try cursor?.row() ?? 0
        return try await page(of: namespace, after: row, limit: limit, withRemovals: false, in: context)
    }

    /// Returns a page of what has been written since a page of ``entries(in:after:limit:in:)`` or of this function.
    ///
    /// An entry that has left the store by itself, because its time was over or others needed room, is no change.
    public func changes(
        in namespace: String, since cursor: StoreCursor, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        try await page(of: namespace, after: cursor.row(), limit: limit, withRemovals: true, in: context)
    }

    private func page(
        of namespace: String, after row: Int64, limit: Int, withRemovals: Bool, in context: StoreContext
    ) async throws -> StorePage {
        if waiting.count > 0 { try await flush() }
        let (now, limit) = (parts.clock.milliseconds(in: context), min(max(limit, 1), 1_000))
        return try await read { reader throws(StoreError) in
            try reader.page(of: namespace, after: row, limit: limit, at: now, withRemovals: withRemovals)
        }
    }
}
