public import LadderCore

extension SealedStore {
    /// Returns a page of the inner store's entries of a namespace, opened. It may have fewer than `limit`.
    public func entries(
        in namespace: String, after cursor: StoreCursor?, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        let now = (context.runtime ?? .live).wallNow
        let place = try cursor.map { cursor throws(StoreError) in try SealedCursor(cursor) }
        let page = try await store.entries(in: namespace, after: place?.inner, limit: limit, in: context)
        var items: [StorePage.Item] = []
        for item in try await open(page) where item.entry != nil { items.append(item) }
        // Changes since any page are changes since the first.
        let next = SealedCursor(inner: page.cursor, made: place?.made ?? now)
        return StorePage(items: items, cursor: next.cursor, hasMore: page.hasMore)
    }

    /// Returns a page of what has been written or removed since a page of ``entries(in:after:limit:in:)`` or of this
    /// function.
    ///
    /// - Throws: `StoreError` of kind `cursorExpired` also for a place of an hour ago, because removals are noted for an
    ///   hour.
    public func changes(
        in namespace: String, since cursor: StoreCursor, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        let now = (context.runtime ?? .live).wallNow
        let place = try SealedCursor(cursor)
        guard place.isKnown(at: now) else {
            throw StoreError(.cursorExpired, message: "removals are noted for an hour; list the entries again")
        }
        let page = try await store.changes(in: namespace, since: place.inner, limit: limit, in: context)
        // While there is more, the place is as old as it was, and equal if the inner store did not move on.
        let next = SealedCursor(inner: page.cursor, made: page.hasMore ? place.made : now)
        return StorePage(items: try await open(page), cursor: next.cursor, hasMore: page.hasMore)
    }

    /// Returns the items of a page that can be opened. What the inner store removed by itself has only the code of a
    /// digest, and is left out.
    private func open(_ page: StorePage) async throws -> [StorePage.Item] {
        var items: [StorePage.Item] = []
        for item in page.items {
            guard let entry = item.entry, let opened = try await open(entry, under: item.digest) else { continue }
            items.append(opened)
        }
        return items
    }
}
