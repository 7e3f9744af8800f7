public import LadderCore

/// A store over another one whose operations are slow, fail, lose their connection or hang, as its faults say.
///
/// Use it in a test to see what your pipeline does while its cache is in trouble. Put it around the store that you would use
/// anyway:
///
/// ```swift
/// let simulation = Simulation(seed: 7)
/// let faults = StoreFaults(refusals: 0.2, hangs: 0.1, outages: [.origin + .seconds(60) ..< .origin + .seconds(90)])
/// let store = FaultyStore(MemoryStore(), faults: faults)
/// let pipeline = try Pipeline(model: ScriptedModel("m", .reply("hi"))) { ExactCache(store: store) }
///     .running(on: simulation)
/// try simulation.run {
///     for _ in 0..<200 {
///         _ = try await pipeline.respond(to: "Hello")
///         try await simulation.sleep(for: .seconds(1))
///     }
/// }
/// assert(store.count(of: .refusal) > 0 && store.count(of: .outage) > 0)
/// ```
///
/// Time and random numbers come from the runtime of the operation, so under a `Simulation` the same seed gives the same
/// faults. Outside a call they come from the runtime used last. There an operation that hangs has no limit.
///
/// An operation on several keys is one operation and has one fault. Without faults the store keeps every promise of the
/// store that it is around.
public final class FaultyStore: CacheStore {
    /// The store that does the work.
    public let store: any CacheStore
    /// The faults of the operations.
    public var faults: StoreFaults { injector.faults }
    /// The faults of the times of the entries.
    public let expiry: ExpiryFaults
    private let injector: StoreFaultInjector

    /// Creates a store with faults over another one.
    ///
    /// - Parameters:
    ///   - store: The store that does the work.
    ///   - faults: The faults of the operations.
    ///   - expiry: The faults of the times of the entries.
    public init(_ store: any CacheStore, faults: StoreFaults = StoreFaults(), expiry: ExpiryFaults = ExpiryFaults()) {
        self.store = store
        self.expiry = expiry
        injector = StoreFaultInjector(faults)
    }

    /// Returns the number of faults of one kind that were injected under the runtime used last.
    public func count(of fault: StoreFault) -> Int { injector.count(of: fault) }

    // MARK: CacheStore

    /// Returns the entry of a key, unless a fault prevents it.
    public func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
        try await injector.run(in: context) {
            try await answer(store.get(key, in: context), to: key, in: context)
        }
    }

    /// Returns the entries of several keys, unless a fault prevents it.
    public func get(_ keys: [CacheKey], in context: StoreContext) async throws -> [StoreLookup] {
        try await injector.run(in: context) {
            var answers: [StoreLookup] = []
            for (key, lookup) in zip(keys, try await store.get(keys, in: context)) {
                answers.append(try await answer(lookup, to: key, in: context))
            }
            return answers
        }
    }

    /// Writes an entry, unless a fault prevents it.
    public func set(
        _ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext
    ) async throws {
        var entry = entry
        if expiry.overstay > .zero { entry.keptFor = entry.keptFor?.saturatingAdding(expiry.overstay) }
        try await injector.run(in: context) { [entry] in
            try await store.set(key, to: entry, asOf: epoch, in: context)
        }
    }

    /// Removes the entry of a key, unless a fault prevents it.
    public func remove(_ key: CacheKey, in context: StoreContext) async throws {
        try await injector.run(in: context) { try await store.remove(key, in: context) }
    }

    /// Makes the entries of a group invalid, unless a fault prevents it.
    public func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {
        try await injector.run(in: context) { try await store.invalidate(group, in: context) }
    }

    /// Returns a page of the entries, unless a fault prevents it.
    public func entries(
        in namespace: String, after cursor: StoreCursor?, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        try await injector.run(in: context) {
            overstaying(
                try await store.entries(in: namespace, after: cursor, limit: limit, in: context), in: context)
        }
    }

    /// Returns a page of the changes, unless a fault prevents it.
    public func changes(
        in namespace: String, since cursor: StoreCursor, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        try await injector.run(in: context) {
            overstaying(
                try await store.changes(in: namespace, since: cursor, limit: limit, in: context), in: context)
        }
    }

    /// Closes the store that does the work.
    public func close() async { await store.close() }

    /// What the store that does the work holds.
    public var statistics: StoreStatistics? { store.statistics }

    /// The problems of the faults and of the store that does the work.
    public var configurationProblems: [String] {
        faults.problems + expiry.problems + store.configurationProblems
    }

    // MARK: The times of the entries

    private func answer(
        _ lookup: StoreLookup, to key: CacheKey, in context: StoreContext
    ) async throws -> StoreLookup {
        guard let entry = lookup.entry else { return lookup }
        var lookup = lookup
        if injector.draws(share: expiry.forgets, in: context) {
            injector.note(.forgottenEntry, in: context)
            try await store.remove(key, in: context)
            lookup.entry = nil
        } else {
            lookup.entry = overstaying(entry, in: context)
        }
        return lookup
    }

    private func overstaying(_ page: StorePage, in context: StoreContext) -> StorePage {
        var page = page
        for index in page.items.indices {
            page.items[index].entry = page.items[index].entry.map { overstaying($0, in: context) }
        }
        return page
    }

    /// Returns an entry as it was written, or as one that is still kept where its time is over.
    private func overstaying(_ entry: StoredEntry, in context: StoreContext) -> StoredEntry {
        guard expiry.overstay > .zero, let keptFor = entry.keptFor else { return entry }
        var entry = entry
        let left = keptFor.saturatingSubtracting(expiry.overstay)
        if left > .zero { entry.keptFor = left } else { injector.note(.overstayedEntry, in: context) }
        return entry
    }
}
