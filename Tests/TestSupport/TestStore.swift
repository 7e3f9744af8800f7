package import LadderCore

/// A store in a dictionary, which a test can make slow, broken or corrupt.
package final class TestStore: CacheStore {
    package enum Behaviour: Sendable {
        case works
        case fails(StoreError.Kind)
        case throwsUnknown
        case takes(Duration)
        /// Waits until its task is cancelled.
        case hangs
    }

    private struct Item {
        var entry: StoredEntry
        let written: Instant
        let epoch: UInt64
    }

    private struct State {
        var items: [CacheKey.Fingerprint: Item] = [:]
        var epoch: UInt64 = 0
        var invalidations: [CacheGroup: UInt64] = [:]
        var reading = Behaviour.works
        var writing = Behaviour.works
        var reads = 0
        var writes = 0
        var keys: [CacheKey] = []
        /// The key of every change of an entry, the oldest first.
        var changes: [CacheKey] = []
        /// The number of changes that are forgotten.
        var forgotten = 0
        var listings = 0
    }

    package let answersAtOnce: Bool
    private let lists: Bool
    private let state = Locked(State())

    package init(
        answersAtOnce: Bool = true, lists: Bool = true, reading: Behaviour = .works, writing: Behaviour = .works
    ) {
        self.answersAtOnce = answersAtOnce
        self.lists = lists
        state.withLock { ($0.reading, $0.writing) = (reading, writing) }
    }

    package var reads: Int { state.withLock { $0.reads } }
    package var listings: Int { state.withLock { $0.listings } }
    package var writes: Int { state.withLock { $0.writes } }
    package var count: Int { state.withLock { $0.items.count } }
    package var entries: [StoredEntry] { state.withLock { $0.items.values.map(\.entry) } }
    package var writtenKeys: [CacheKey] { state.withLock { $0.keys } }

    package func set(reading: Behaviour? = nil, writing: Behaviour? = nil) {
        state.withLock { state in
            state.reading = reading ?? state.reading
            state.writing = writing ?? state.writing
        }
    }

    package func corruptAll() {
        state.withLock { state in
            for key in state.items.keys { state.items[key]?.entry.bytes = [1, 2, 3] }
        }
    }

    private func behave(_ behaviour: Behaviour, in context: StoreContext) async throws {
        switch behaviour {
        case .works: break
        case .fails(let kind): throw StoreError(kind)
        case .throwsUnknown: throw CancellationError()
        case .takes(let duration): try await context.runtime?.sleep(for: duration)
        case .hangs: try await context.runtime?.sleep(until: .distantFuture)
        }
    }

    package func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
        let behaviour = state.withLock { state in
            state.reads += 1
            return state.reading
        }
        // Read before the wait, as a store on another machine may have done.
        let lookup = look(up: key, at: context.runtime?.now ?? .origin)
        try await behave(behaviour, in: context)
        return lookup
    }

    private func look(up key: CacheKey, at now: Instant) -> StoreLookup {
        state.withLock { state in
            var lookup = StoreLookup(epoch: StoreEpoch(state.epoch))
            guard let item = state.items[key.fingerprint] else { return lookup }
            let groups = item.entry.groups + [.all]
            if groups.contains(where: { state.invalidations[$0, default: 0] > item.epoch }) { return lookup }
            var entry = item.entry
            let passed = now - item.written
            entry.age += passed
            entry.freshFor = entry.freshFor.map { $0 - passed }
            entry.keptFor = entry.keptFor.map { $0 - passed }
            if entry.keptFor.map({ $0 > .zero }) ?? true { lookup.entry = entry }
            return lookup
        }
    }

    package func set(_ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext)
        async throws
    {
        let behaviour = state.withLock { state in
            state.writes += 1
            return state.writing
        }
        try await behave(behaviour, in: context)
        let now = context.runtime?.now ?? .origin
        state.withLock { state in
            state.keys.append(key)
            state.changes.append(key)
            state.items[key.fingerprint] = Item(
                entry: entry, written: now, epoch: epoch?.number ?? state.epoch)
        }
    }

    package func remove(_ key: CacheKey, in context: StoreContext) async throws {
        state.withLock { state in
            state.items[key.fingerprint] = nil
            state.changes.append(key)
        }
    }

    package func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {
        state.withLock { state in
            state.epoch += 1
            state.invalidations[group] = state.epoch
        }
    }

    // MARK: The listing

    /// Forgets all changes, as a store does after many.
    package func forgetChanges() {
        state.withLock { $0.forgotten = $0.changes.count }
    }

    package func entries(
        in namespace: String, after cursor: StoreCursor?, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        let behaviour = try beginListing()
        let now = context.runtime?.now ?? .origin
        var keys: [CacheKey] = []
        let changes = state.withLock { state in
            for key in state.changes where key.namespace == namespace && !keys.contains(key) { keys.append(key) }
            return state.changes.count
        }
        // The cursor has the number of changes before the first page, and the number of keys on the pages so far.
        let start = cursor?.numbers[1] ?? 0
        let end = min(start + limit, keys.count)
        let items = keys[min(start, keys.count)..<end].compactMap { key -> StorePage.Item? in
            look(up: key, at: now).entry.map { StorePage.Item(digest: key.digest, entry: $0) }
        }
        let first = cursor?.numbers[0] ?? changes
        try await behave(behaviour, in: context)
        return StorePage(
            items: items, cursor: StoreCursor(numbers: [first, end]), hasMore: end < keys.count)
    }

    package func changes(
        in namespace: String, since cursor: StoreCursor, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        let behaviour = try beginListing()
        let now = context.runtime?.now ?? .origin
        let start = cursor.numbers[0]
        let (keys, forgotten) = state.withLock { ($0.changes, $0.forgotten) }
        guard start >= forgotten else { throw StoreError(.cursorExpired) }
        let end = min(start + limit, keys.count)
        let items = keys[start..<end].filter { $0.namespace == namespace }.map {
            StorePage.Item(digest: $0.digest, entry: look(up: $0, at: now).entry)
        }
        try await behave(behaviour, in: context)
        return StorePage(items: items, cursor: StoreCursor(numbers: [end, 0]), hasMore: end < keys.count)
    }

    private func beginListing() throws -> Behaviour {
        guard lists else { throw StoreError(.notSupported) }
        return state.withLock { state in
            state.listings += 1
            return state.reading
        }
    }
}

extension StoreCursor {
    fileprivate init(numbers: [Int]) {
        self.init(bytes: numbers.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
    }

    fileprivate var numbers: [Int] {
        stride(from: 0, to: bytes.count, by: 2).map { Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]) }
    }
}
