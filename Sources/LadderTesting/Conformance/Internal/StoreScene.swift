import LadderCore

/// A store with what a scenario of its check needs.
struct StoreScene: Sendable {
    let store: any CacheStore
    let runtime: Runtime
    /// Moves the store's clock; nil where the check cannot.
    let advance: (@Sendable (Duration) async throws -> Void)?
    let seed: UInt64
    let maximumEntries: Int?

    /// The difference that a time may have, for a store that keeps whole seconds.
    static let tolerance = Duration.milliseconds(1_500)

    var context: StoreContext { StoreContext(runtime: runtime) }

    /// Returns a key that no other number or tenant has.
    func key(_ number: Int, tenant: String = "acme", namespace: String = "check") -> CacheKey {
        CacheKey(
            of: ChatRequest("question \(number)", model: "m"), scope: CallScope(tenant: tenant), namespace: namespace)
    }

    /// Returns an entry whose bytes are a number.
    func entry(
        _ number: Int, keptFor: Duration? = .seconds(3_600), groups: [CacheGroup] = [.tenant("acme")],
        namespace: String = ""
    ) -> StoredEntry {
        StoredEntry(
            bytes: Array("answer \(number)".utf8), freshFor: keptFor, keptFor: keptFor, groups: groups,
            namespace: namespace)
    }

    func get(_ key: CacheKey) async throws -> StoredEntry? { try await store.get(key, in: context).entry }

    func epoch(_ key: CacheKey) async throws -> StoreEpoch { try await store.get(key, in: context).epoch }

    func set(_ key: CacheKey, _ entry: StoredEntry, asOf epoch: StoreEpoch? = nil) async throws {
        try await store.set(key, to: entry, asOf: epoch, in: context)
    }

    func invalidate(_ group: CacheGroup) async throws { try await store.invalidate(group, in: context) }

    /// Moves the store's clock, or leaves the scenario out.
    func pass(_ duration: Duration) async throws {
        guard let advance else { throw StoreCheck.NotChecked() }
        try await advance(duration)
    }

    /// Returns what is wrong with an entry that should hold this number.
    func difference(of entry: StoredEntry?, from number: Int, _ occasion: String) -> String? {
        guard let entry else { return "\(occasion): no entry" }
        let expected = self.entry(number)
        return entry.bytes == expected.bytes ? nil : "\(occasion): the bytes of another entry"
    }

    /// Returns what is wrong with a time of an entry.
    func difference(of time: Duration?, from expected: Duration?, _ name: String) -> String? {
        switch (time, expected) {
        case (nil, nil): return nil
        case (let time?, let expected?):
            let isNear = time <= expected + StoreScene.tolerance && time >= expected - StoreScene.tolerance
            return isNear ? nil : "\(name) is \(time) and should be \(expected)"
        default:
            return "\(name) is \(time.map { "\($0)" } ?? "nil") and should be \(expected.map { "\($0)" } ?? "nil")"
        }
    }
}
