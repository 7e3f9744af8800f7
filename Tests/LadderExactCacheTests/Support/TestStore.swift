import LadderCore

/// A store in a dictionary, which a test can make slow, broken or corrupt.
final class TestStore: CacheStore {
    enum Behaviour: Sendable {
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
    }

    let answersAtOnce: Bool
    private let state = Locked(State())

    init(answersAtOnce: Bool = true, reading: Behaviour = .works, writing: Behaviour = .works) {
        self.answersAtOnce = answersAtOnce
        state.withLock { ($0.reading, $0.writing) = (reading, writing) }
    }

    var reads: Int { state.withLock { $0.reads } }
    var writes: Int { state.withLock { $0.writes } }
    var count: Int { state.withLock { $0.items.count } }
    var entries: [StoredEntry] { state.withLock { $0.items.values.map(\.entry) } }
    var writtenKeys: [CacheKey] { state.withLock { $0.keys } }

    func set(reading: Behaviour? = nil, writing: Behaviour? = nil) {
        state.withLock { state in
            state.reading = reading ?? state.reading
            state.writing = writing ?? state.writing
        }
    }

    func corruptAll() {
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

    func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
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

    func set(_ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext) async throws {
        let behaviour = state.withLock { state in
            state.writes += 1
            return state.writing
        }
        try await behave(behaviour, in: context)
        let now = context.runtime?.now ?? .origin
        state.withLock { state in
            state.keys.append(key)
            state.items[key.fingerprint] = Item(
                entry: entry, written: now, epoch: epoch?.number ?? state.epoch)
        }
    }

    func remove(_ key: CacheKey, in context: StoreContext) async throws {
        state.withLock { $0.items[key.fingerprint] = nil }
    }

    func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {
        state.withLock { state in
            state.epoch += 1
            state.invalidations[group] = state.epoch
        }
    }
}
