import LadderCore
import LadderExactCache
import LadderTesting

/// Returns the key of a question.
func key(_ number: Int, tenant: String = "acme") -> CacheKey {
    CacheKey(of: ChatRequest("question \(number)", model: "m"), scope: CallScope(tenant: tenant))
}

/// Returns an entry whose bytes name a number.
func entry(
    _ number: Int, keptFor: Duration? = nil, groups: [CacheGroup] = [], namespace: String = "", size: Int = 8
) -> StoredEntry {
    StoredEntry(
        bytes: Array(repeating: UInt8(truncatingIfNeeded: number), count: size), freshFor: keptFor, keptFor: keptFor,
        groups: groups, namespace: namespace)
}

extension CacheStore {
    /// Returns the number that the entry of a key names.
    func number(_ key: CacheKey, _ context: StoreContext) async throws -> Int? {
        try await get(key, in: context).entry.map { Int($0.bytes.first ?? 0) }
    }
}

/// A memory store that a test can make fail, hang, or stop between reading and answering.
final class FlakyStore: CacheStore {
    enum Mode: Sendable {
        case up
        case down
        case slow(Duration)
        case refusing(StoreError.Kind)
    }

    let inner = MemoryStore()
    private let mode = Locked(Mode.up)
    private let calls = Locked(0)
    private let afterGet = Locked<(@Sendable () async throws -> Void)?>(nil)
    private let beforeSet = Locked<(@Sendable () async throws -> Void)?>(nil)

    var callCount: Int { calls.withLock { $0 } }

    func become(_ new: Mode) { mode.withLock { $0 = new } }

    /// Runs an action once, after the next look-up has read its entries and before it returns them.
    func afterNextGet(_ action: @escaping @Sendable () async throws -> Void) { afterGet.withLock { $0 = action } }

    /// Runs an action once, before the next write.
    func beforeNextSet(_ action: @escaping @Sendable () async throws -> Void) { beforeSet.withLock { $0 = action } }

    private func enter(isWrite: Bool, _ context: StoreContext) async throws {
        calls.withLock { $0 += 1 }
        switch mode.withLock({ $0 }) {
        case .up: break
        case .down: throw StoreError(.unavailable, message: "down")
        case .slow(let time): try await context.runtime?.sleep(for: time)
        case .refusing(let kind): if isWrite { throw StoreError(kind) }
        }
    }

    func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
        try await enter(isWrite: false, context)
        let lookup = try await inner.get(key, in: context)
        let action = afterGet.withLock { action in
            defer { action = nil }
            return action
        }
        try await action?()
        return lookup
    }

    func set(
        _ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext
    ) async throws {
        try await enter(isWrite: true, context)
        let action = beforeSet.withLock { action in
            defer { action = nil }
            return action
        }
        try await action?()
        try await inner.set(key, to: entry, asOf: epoch, in: context)
    }

    func remove(_ key: CacheKey, in context: StoreContext) async throws {
        try await enter(isWrite: true, context)
        try await inner.remove(key, in: context)
    }

    func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {
        try await enter(isWrite: true, context)
        try await inner.invalidate(group, in: context)
    }
}
