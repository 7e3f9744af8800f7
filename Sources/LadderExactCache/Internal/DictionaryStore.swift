import LadderCore

final class DictionaryStore: CacheStore {
    private struct Item { var entry: StoredEntry; var at: Instant; var epoch: StoreEpoch }
    private struct State {
        var items: [CacheKey: Item] = [:]
        var epoch: UInt64 = 0
        var invalid: [CacheGroup: UInt64] = [:]
    }
    private let state = Locked(State())
    var answersAtOnce: Bool { true }

    func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
        let now = context.runtime?.now ?? .origin
        return state.withLock { s in
            let epoch = StoreEpoch(s.epoch)
            guard let item = s.items[key] else { return StoreLookup(epoch: epoch) }
            for g in item.entry.groups + [.all] where (s.invalid[g] ?? 0) > item.epoch.number { return StoreLookup(epoch: epoch) }
            var e = item.entry
            let passed = now - item.at
            e.age = e.age + passed
            e.freshFor = e.freshFor.map { $0 - passed }
            e.keptFor = e.keptFor.map { $0 - passed }
            if let k = e.keptFor, k <= .zero { s.items[key] = nil; return StoreLookup(epoch: epoch) }
            return StoreLookup(entry: e, epoch: epoch)
        }
    }
    func set(_ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext) async throws {
        let now = context.runtime?.now ?? .origin
        state.withLock { s in s.items[key] = Item(entry: entry, at: now, epoch: epoch ?? StoreEpoch(s.epoch)) }
    }
    func remove(_ key: CacheKey, in context: StoreContext) async throws { state.withLock { $0.items[key] = nil } }
    func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {
        state.withLock { s in s.epoch += 1; s.invalid[group] = s.epoch }
    }
}
