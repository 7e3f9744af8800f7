import LadderCore

extension StoreCheck {
    static let listingScenarios = [
        Scenario(rule: .listsEntries, play: listing),
        Scenario(rule: .listsEntries, play: changes),
    ]

    /// Returns all pages of a namespace, or leaves the scenario out where the store does not list.
    private static func pages(_ namespace: String, limit: Int, in scene: StoreScene) async throws -> [StorePage] {
        var pages: [StorePage] = []
        do {
            repeat {
                pages.append(
                    try await scene.store.entries(
                        in: namespace, after: pages.last?.cursor, limit: limit, in: scene.context))
            } while pages[pages.count - 1].hasMore && pages.count < 1_000
        } catch let error as StoreError where error.kind == .notSupported {
            throw NotChecked()
        }
        return pages
    }

    private static func listing(_ scene: StoreScene) async throws -> String? {
        for number in 0..<25 {
            let tenant = CacheGroup.tenant(number == 3 ? "gone" : "acme")
            try await scene.set(scene.key(number), scene.entry(number, groups: [tenant], namespace: "mine"))
            try await scene.set(scene.key(100 + number), scene.entry(number, namespace: "other"))
        }
        try await scene.set(scene.key(200), scene.entry(200))
        try await scene.store.remove(scene.key(4), in: scene.context)
        try await scene.invalidate(.tenant("gone"))
        let pages = try await pages("mine", limit: 10, in: scene)
        if pages.contains(where: { $0.items.count > 10 }) { return "a page has more entries than asked for" }
        let items = pages.flatMap(\.items)
        let digests = Set(items.map(\.digest))
        if digests.count != items.count { return "an entry is on two pages" }
        for number in 0..<25 {
            let isListed = digests.contains(scene.key(number).digest)
            if isListed != (number != 3 && number != 4) {
                return isListed ? "an entry that is gone is listed" : "a valid entry is not listed"
            }
        }
        if items.count != 23 { return "\(items.count) entries are listed; 23 are valid" }
        for item in items where item.entry?.namespace != "mine" { return "an entry of another namespace is listed" }
        return nil
    }

    private static func changes(_ scene: StoreScene) async throws -> String? {
        for number in 0..<5 { try await scene.set(scene.key(number), scene.entry(number, namespace: "mine")) }
        guard var cursor = try await pages("mine", limit: 10, in: scene).last?.cursor else { return "no page" }
        try await scene.set(scene.key(1), scene.entry(11, namespace: "mine"))
        try await scene.set(scene.key(9), scene.entry(9, namespace: "mine"))
        try await scene.set(scene.key(10), scene.entry(10, namespace: "other"))
        try await scene.store.remove(scene.key(2), in: scene.context)
        var changed: [SHA256Digest: [UInt8]?] = [:]
        var page: StorePage
        repeat {
            do {
                page = try await scene.store.changes(in: "mine", since: cursor, limit: 2, in: scene.context)
            } catch let error as StoreError where error.kind == .notSupported {
                throw NotChecked()
            }
            if page.cursor == cursor, page.hasMore { return "a page of changes does not move on" }
            cursor = page.cursor
            for item in page.items { changed.updateValue(item.entry?.bytes, forKey: item.digest) }
        } while page.hasMore
        if changed[scene.key(1).digest] != scene.entry(11).bytes {
            return "an entry that was written over is no change"
        }
        if changed[scene.key(9).digest] != scene.entry(9).bytes { return "a new entry is no change" }
        if changed[scene.key(10).digest] != nil { return "an entry of another namespace is a change" }
        guard let removed = changed[scene.key(2).digest] else { return "a removal is no change" }
        if removed != nil { return "an entry that was removed is a change with bytes" }
        page = try await scene.store.changes(in: "mine", since: cursor, limit: 2, in: scene.context)
        return page.items.isEmpty && !page.hasMore ? nil : "there are changes although nothing has changed"
    }
}
