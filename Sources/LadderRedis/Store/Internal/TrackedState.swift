import LadderCore

/// What a store knows of the server's content, kept true by the server's reports of changes.
final class TrackedState: Sendable {
    private struct State {
        var memory: MemoryLevel
        var invalidations: Invalidations?
    }

    private let state: Locked<State>
    private let invalidationsKey: String
    let waiters = KeyWaiters()

    init(memoryBytes: Int, invalidationsKey: String) {
        state = Locked(State(memory: MemoryLevel(maximumBytes: memoryBytes)))
        self.invalidationsKey = invalidationsKey
    }

    /// The invalidations, if the ones that were read last are still those of the server.
    var invalidations: Invalidations? { state.withLock { $0.invalidations } }

    func set(_ invalidations: Invalidations?) { state.withLock { $0.invalidations = invalidations } }

    /// Returns the entry of a key and the invalidations, if both are known without asking the server.
    func entry(_ key: CacheKey.Fingerprint, at now: Instant) -> (
        entry: RedisEntry, remaining: Duration, invalidations: Invalidations
    )? {
        state.withLock { state in
            guard let invalidations = state.invalidations, let found = state.memory.entry(key, at: now) else {
                return nil
            }
            return (found.entry, found.remaining, invalidations)
        }
    }

    func insert(_ item: MemoryLevel.Item, for key: CacheKey.Fingerprint) {
        state.withLock { $0.memory.insert(item, for: key) }
    }

    func remove(_ name: String) { state.withLock { $0.memory.remove(name) } }

    /// The number of entries in memory.
    var memoryCount: Int { state.withLock { $0.memory.count } }

    /// Reads a report of the server that keys have changed.
    func read(_ push: [RESPValue]) {
        guard push.count >= 2, push[0].string == "invalidate" else { return }
        guard let keys = push[1].elements else { return reset() }
        for key in keys.compactMap(\.string) {
            state.withLock { state in
                if key == invalidationsKey { state.invalidations = nil } else { state.memory.remove(key) }
            }
            waiters.wake(key)
        }
    }

    /// Forgets everything, because reports may have been lost.
    func reset() {
        state.withLock { state in
            state.memory.removeAll()
            state.invalidations = nil
        }
        waiters.wakeAll()
    }
}
