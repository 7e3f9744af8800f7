public import LadderCore

extension RedisStore {
    /// Returns a page of the valid entries of a namespace, in the order in which they were written.
    ///
    /// It lists as many as ``RedisStorePolicy/listedEntries`` says, those that were written last.
    public func entries(
        in namespace: String, after cursor: StoreCursor?, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        try await page(of: namespace, after: cursor, limit: limit, withRemovals: false, in: context)
    }

    /// Returns a page of what has been written since a page of ``entries(in:after:limit:in:)`` or of this function.
    public func changes(
        in namespace: String, since cursor: StoreCursor, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        try await page(of: namespace, after: cursor, limit: limit, withRemovals: true, in: context)
    }

    /// Puts an answer at the end of the listing of a namespace.
    func list(_ answer: String, in namespace: String, within timeout: Duration) async throws {
        try await storeOperation { () throws(RedisError) in
            _ = try await client.run(
                StoreScripts.list, keys: keys.listing(of: namespace),
                [.text(answer), .integer(Int64(policy.listedEntries))], within: timeout)
        }
    }

    private func page(
        of namespace: String, after cursor: StoreCursor?, limit: Int, withRemovals: Bool, in context: StoreContext
    ) async throws -> StorePage {
        let timeout = try timeout(in: context)
        let limit = max(1, limit)
        var last = try cursor.map { cursor throws(StoreError) in try Self.number(of: cursor) } ?? 0
        let reply = try await storeOperation { () throws(RedisError) in
            try await client.run(
                StoreScripts.page, keys: keys.listing(of: namespace),
                [.text("\(last)"), .integer(Int64(limit) + 1)], within: timeout
            ).elements ?? []
        }
        let forgotten = reply.first?.integer ?? 0
        if withRemovals, last < forgotten {
            throw StoreError(.cursorExpired, message: "the store no longer knows all changes since then")
        }
        let listed = reply.last?.elements ?? []
        let hasMore = listed.count / 2 > limit
        let answers = stride(from: 0, to: min(listed.count, 2 * limit), by: 2).compactMap { listed[$0].string }
        let found = try await entries(of: answers, within: timeout)
        let invalidations = try await invalidations(within: timeout)
        var page = StorePage(items: [], cursor: StoreCursor(bytes: []), hasMore: hasMore)
        for (answer, found) in zip(answers, found) {
            guard let digest = RedisKeys.digest(in: answer) else { continue }
            let entry = Self.lookup(found?.entry, remaining: found?.remaining ?? .zero, invalidations).entry
            if entry != nil || found == nil && withRemovals { page.items.append(.init(digest: digest, entry: entry)) }
        }
        if !answers.isEmpty { last = listed[2 * answers.count - 1].integer ?? last }
        page.cursor = Self.cursor(of: max(last, forgotten))
        return page
    }

    private func entries(
        of answers: [String], within timeout: Duration
    ) async throws -> [(entry: RedisEntry, remaining: Duration)?] {
        try await withThrowingTaskGroup(of: Listed.self) { group in
            for (index, answer) in answers.enumerated() {
                group.addTask {
                    let found = try await storeOperation { () throws(RedisError) in
                        try await self.client.run(StoreScripts.read, keys: [answer], [], within: timeout)
                    }
                    return Listed(index: index, found: Self.entry(in: found.elements ?? []))
                }
            }
            var found = [(entry: RedisEntry, remaining: Duration)?](repeating: nil, count: answers.count)
            for try await listed in group { found[listed.index] = listed.found }
            return found
        }
    }

    private struct Listed: Sendable {
        let index: Int
        let found: (entry: RedisEntry, remaining: Duration)?
    }

    private static func cursor(of number: Int64) -> StoreCursor {
        var writer = ByteWriter(keepsOpaqueBytes: false, capacity: 8)
        writer.write(number)
        return StoreCursor(bytes: writer.bytes)
    }

    private static func number(of cursor: StoreCursor) throws(StoreError) -> Int64 {
        var reader = ByteReader(cursor.bytes)
        return try reader.readInteger()
    }
}
