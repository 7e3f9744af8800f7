public import LadderCore

/// A store that encrypts what it hands to another one.
///
/// ```swift
/// import LadderSQLite
/// import LadderSealing
///
/// let key = try SealingKey(id: "2026-11", text: "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=")
/// let store = SealedStore(
///     try SQLiteStore(SQLiteStorePolicy(path: "/var/lib/app/answers.sqlite3")),
///     sealing: try AESGCMSealing(current: key), digestKey: try RequestDigestKey("f3a91c0de8457b62a0c4d1f79be25836"))
/// let pipeline = try Pipeline(model: model) { ExactCache(store: store) }
/// ```
///
/// - The inner store sees neither requests nor answers, and no tenant, model or tag: values are sealed, and digests and
///   groups are replaced by codes that are keyed with a secret. It sees the names of caches, times, sizes and counts.
/// - A value cannot be moved to another key or another namespace.
/// - A value that cannot be opened is a miss and stays where it is; ``unreadableEntries`` counts them. If a value cannot
///   be sealed, writing it throws, and nothing is stored.
/// - A removal leaves a sealed note for at most an hour, by which ``changes(in:since:limit:in:)`` reports it. What the
///   inner store evicts is not reported.
public final class SealedStore: CacheStore {
    /// The store that keeps the sealed values.
    public let store: any CacheStore
    let sealing: any Sealing
    private let names: KeyedNames
    private let previousNames: KeyedNames?
    let unreadable = Locked(0)

    /// Creates a store around another one.
    ///
    /// - Parameters:
    ///   - store: The store that keeps the sealed values.
    ///   - sealing: The encryption of the values.
    ///   - digestKey: The secret with which digests and groups are keyed, best another one than that of `sealing`.
    ///   - previousDigestKey: The other secret while they are changed: the one before, or first the one that comes next.
    ///     Entries under it are found, removed and invalidated too.
    public init(
        _ store: any CacheStore, sealing: any Sealing, digestKey: RequestDigestKey,
        previousDigestKey: RequestDigestKey? = nil
    ) {
        self.store = store
        self.sealing = sealing
        names = KeyedNames(digestKey)
        previousNames = previousDigestKey.map { KeyedNames($0) }
    }

    // MARK: Reading

    /// Returns the opened entry of a key, and the epoch under which an answer to the same request may be written later.
    public func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
        try await get([key], in: context)[0]
    }

    /// Returns the opened entries of several keys, in their order.
    public func get(_ keys: [CacheKey], in context: StoreContext) async throws -> [StoreLookup] {
        let innerKeys = keys.map { InnerKeys(of: $0, names: names, previous: previousNames) }
        var found = try await store.get(innerKeys.map(\.current), in: context)
        var places = innerKeys.map(\.current)
        let missing = found.indices.filter { found[$0].entry == nil && innerKeys[$0].previous != nil }
        if !missing.isEmpty {
            let older = try await store.get(missing.compactMap { innerKeys[$0].previous }, in: context)
            for (index, lookup) in zip(missing, older) {
                // The epoch stays that of the key under which an answer will be written.
                found[index].entry = lookup.entry
                places[index] = innerKeys[index].previous ?? places[index]
            }
        }
        for index in found.indices {
            guard let entry = found[index].entry else { continue }
            let item = try await open(entry, under: places[index].digest)
            found[index].entry = item?.digest == innerKeys[index].digest ? item?.entry : nil
        }
        return found
    }

    // MARK: Writing

    /// Writes a sealed entry over the one that the key has.
    ///
    /// - Throws: `StoreError` of kind `unavailable` where the value could not be sealed.
    public func set(
        _ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext
    ) async throws {
        let key = InnerKeys(of: key, names: names, previous: previousNames)
        var sealed = entry
        sealed.bytes = try await seal(
            SealedContent(digest: key.digest, groups: entry.groups, bytes: entry.bytes), under: key.current,
            in: entry.namespace)
        // Under both secrets, so that an invalidation of a process that knows one of them reaches the entry.
        sealed.groups = entry.groups.flatMap { groups(for: $0) }
        // An older entry must not come back when this one is gone.
        if let previous = key.previous { try await store.remove(previous, in: context) }
        try await store.set(key.current, to: sealed, asOf: epoch, in: context)
    }

    /// Removes the entry of a key. If it has a namespace, a sealed note of the removal takes its place.
    public func remove(_ key: CacheKey, in context: StoreContext) async throws {
        let key = InnerKeys(of: key, names: names, previous: previousNames)
        let places = [key.current, key.previous].compactMap { $0 }
        let found = try await store.get(places, in: context)
        let first = zip(places, found).first { $0.1.entry != nil }
        var namespace = ""
        if let place = first?.0, let entry = first?.1.entry, !entry.namespace.isEmpty {
            let item = try await open(entry, under: place.digest)
            if let item, item.entry == nil {
                // The note of an earlier removal stays.
                for other in places where other != place { try await store.remove(other, in: context) }
                return
            }
            namespace = entry.namespace
        }
        // Also where nothing was found: a tier that could not be asked may have an entry.
        for place in places { try await store.remove(place, in: context) }
        if !namespace.isEmpty {
            let keptFor = min(first?.1.entry?.keptFor ?? SealedCursor.notedFor, SealedCursor.notedFor)
            try await noteRemoval(of: key, namespace: namespace, keptFor: keptFor, in: context)
        }
    }

    /// Makes every entry of a group invalid that was written, or whose answer was begun, before.
    public func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {
        var failure: (any Error)?
        for group in groups(for: group) {
            do { try await store.invalidate(group, in: context) } catch { failure = failure ?? error }
        }
        if let failure { throw failure }
    }

    /// The inner store's groups for a group: one for each secret.
    private func groups(for group: CacheGroup) -> [CacheGroup] {
        guard group != .all, let previousNames else { return [names.group(for: group)] }
        return [names.group(for: group), previousNames.group(for: group)]
    }

    /// The number of times that a value could not be opened: because it was damaged, because its key is unknown, or
    /// because a service for keys failed.
    public var unreadableEntries: Int { unreadable.withLock { $0 } }

    // MARK: The inner store

    /// Whether processes that share the inner store compute an answer only once.
    public var sharesComputations: Bool { store.sharesComputations }

    /// Claims the computation of an answer in the inner store.
    public func claim(_ key: CacheKey, in context: StoreContext) async throws -> StoreClaim {
        let key = InnerKeys(of: key, names: names, previous: nil)
        guard case .answered(var lookup) = try await store.claim(key.current, in: context) else { return .granted }
        guard let entry = lookup.entry else { return .answered(lookup) }
        let item = try await open(entry, under: key.current.digest)
        // An answer that cannot be read is computed once more.
        guard let item, item.digest == key.digest else { return .granted }
        lookup.entry = item.entry
        return .answered(lookup)
    }

    /// Ends a claim in the inner store.
    public func release(_ key: CacheKey, in context: StoreContext) async throws {
        try await store.release(InnerKeys(of: key, names: names, previous: nil).current, in: context)
    }

    /// Closes the inner store.
    public func close() async { await store.close() }

    /// What the inner store holds, the notes of removals included.
    public var statistics: StoreStatistics? { store.statistics }

    /// The problems of the inner store.
    public var configurationProblems: [String] { store.configurationProblems }
}
