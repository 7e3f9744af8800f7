public import LadderCore

extension TieredStore {
    /// Returns a page of the entries of the last tier, which has all of them.
    ///
    /// - Throws: `notSupported` where the last tier cannot list its entries.
    public func entries(
        in namespace: String, after cursor: StoreCursor?, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        if let cursor {
            let (tier, inner) = try split(cursor)
            return try await page(of: tier, in: context) {
                try await $0.entries(in: namespace, after: inner, limit: limit, in: $1)
            }
        }
        guard !stores.isEmpty else { throw StoreError(.notSupported, message: "there is no tier") }
        return try await page(of: stores.count - 1, in: context) {
            try await $0.entries(in: namespace, after: nil, limit: limit, in: $1)
        }
    }

    /// Returns a page of the changes of the tier that made the cursor.
    public func changes(
        in namespace: String, since cursor: StoreCursor, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        let (tier, inner) = try split(cursor)
        return try await page(of: tier, in: context) {
            try await $0.changes(in: namespace, since: inner, limit: limit, in: $1)
        }
    }

    private func split(_ cursor: StoreCursor) throws(StoreError) -> (tier: Int, cursor: StoreCursor) {
        guard let first = cursor.bytes.first, stores.indices.contains(Int(first)) else { throw .cursorExpired }
        return (Int(first), StoreCursor(bytes: Array(cursor.bytes.dropFirst())))
    }

    private func page(
        of tier: Int, in context: StoreContext,
        _ operation: @escaping @Sendable (any CacheStore, StoreContext) async throws -> StorePage
    ) async throws -> StorePage {
        guard try await prepare(tier, in: context) else {
            throw StoreError(.unavailable, message: "the tier that lists the entries cannot be used now")
        }
        var page = try await call(tier, in: context, operation)
        page.cursor.bytes.insert(UInt8(tier), at: 0)
        return page
    }
}
