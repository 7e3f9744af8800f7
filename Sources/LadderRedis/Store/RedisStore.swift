public import LadderCore

/// A store on a Redis or Valkey server, for answers that several machines share.
///
/// ```swift
/// import LadderRedis
///
/// let store = try RedisStore(url: "redis://10.0.0.5:6379")
/// let pipeline = try Pipeline(model: model) { ExactCache(store: store) }
/// ```
///
/// - **One computation for all machines.** While one process asks a model for an answer, the others wait for it. When
///   that process ends abruptly, another one asks after ``RedisStorePolicy/claimTime``.
/// - **Memory in front.** An entry that was read is kept in the process as well, until the server reports that it has
///   changed. What another machine has written, removed or invalidated is not served from memory once the report has
///   arrived, usually within a millisecond. When the connection is lost, nothing is served from memory.
/// - **A lost server costs a miss, never a call.** Every operation has a deadline of its own, and after several failures
///   operations fail at once until the server answers again.
/// - Every entry has an end, so that the server frees it by itself. Each invalidation takes the same time whatever the
///   number of entries.
///
/// The server should evict only keys with an end (`maxmemory-policy volatile-lru` or another `volatile-` policy). If it
/// loses the numbers of the invalidations all the same, nothing that was written before is valid any longer.
public final class RedisStore: CacheStore {
    /// The policy that the store was created with.
    public let policy: RedisStorePolicy
    let client: RedisClient
    let keys: RedisKeys
    let tracked: TrackedState
    /// The names of this process's claims, by the key of the claim.
    let claims = Locked<[String: String]>([:])

    /// Creates a store for an address such as `redis://10.0.0.5:6379`; see ``RedisClient/init(url:)``.
    ///
    /// It connects with the first operation. A server that cannot be reached is no error here.
    ///
    /// - Throws: `ConfigurationError` with every option that is out of range.
    public convenience init(
        url: String, policy: RedisStorePolicy = RedisStorePolicy()
    ) throws(ConfigurationError) {
        try self.init(RedisOptions(url: url), policy: policy)
    }

    /// Creates a store for a server.
    ///
    /// - Throws: `ConfigurationError` with every option that is out of range.
    public init(_ options: RedisOptions, policy: RedisStorePolicy = RedisStorePolicy()) throws(ConfigurationError) {
        guard policy.problems.isEmpty else { throw ConfigurationError(problems: policy.problems) }
        self.policy = policy
        keys = RedisKeys(prefix: policy.prefix)
        let tracked = TrackedState(memoryBytes: policy.memoryBytes, invalidationsKey: keys.invalidations)
        self.tracked = tracked
        var options = options
        // What is kept in memory is trusted only as long as the connection is known to work.
        options.pingInterval = min(options.pingInterval, .seconds(1))
        options.stallTimeout = min(options.stallTimeout, .seconds(1))
        client = try RedisClient(
            options, tracking: RedisClient.Tracking(onPush: { tracked.read($0) }, onReset: { tracked.reset() }))
    }

    /// Returns the entry of a key, and the epoch under which an answer to the same request may be written later.
    public func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
        if let known = tracked.entry(key.fingerprint, at: Runtime.live.now) {
            return Self.lookup(known.entry, remaining: known.remaining, known.invalidations)
        }
        let timeout = try timeout(in: context)
        let found = try await storeOperation { () throws(RedisError) in
            try await read(key, within: timeout)
        }
        // After the entry: an invalidation that ended before this look-up began is among these.
        return Self.lookup(found?.entry, remaining: found?.remaining ?? .zero, try await invalidations(within: timeout))
    }

    /// Returns the entries of several keys, in their order, in one exchange with the server.
    public func get(_ keys: [CacheKey], in context: StoreContext) async throws -> [StoreLookup] {
        try await withThrowingTaskGroup(of: (Int, StoreLookup).self) { group in
            for (index, key) in keys.enumerated() {
                group.addTask { (index, try await self.get(key, in: context)) }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    /// Writes an entry over the one that the key has, and ends the claim of this process.
    ///
    /// - Throws: `StoreError` of kind `notSupported` for an entry without an end, unless the policy gives it one.
    public func set(
        _ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext
    ) async throws {
        guard let keptFor = entry.keptFor ?? policy.keptWithoutEnd else {
            throw StoreError(
                .notSupported, message: "an entry without an end would never leave the server; see keptWithoutEnd")
        }
        guard entry.bytes.count <= policy.maximumValueBytes else {
            throw StoreError(.tooLarge, message: "the entry is larger than \(policy.maximumValueBytes) bytes")
        }
        let timeout = try timeout(in: context)
        let (answer, claim) = (keys.answer(of: key), keys.claim(of: key))
        let invalidations = try await invalidations(within: timeout)
        let number = epoch?.number ?? invalidations.epoch
        let token = claims.withLock { $0.removeValue(forKey: claim) } ?? ""
        guard invalidations.allow(epoch: number, groups: entry.groups), keptFor > .zero else {
            if !token.isEmpty { giveUp(claim, of: token, on: context.runtime ?? .live) }
            if keptFor <= .zero { try await remove(key, in: context) }
            return
        }
        let value = RedisEntry(entry, keptFor: keptFor, epoch: number).encoded()
        let milliseconds = max(1, keptFor.clampedNanoseconds / 1_000_000)
        tracked.remove(answer)
        do {
            try await storeOperation { () throws(RedisError) in
                _ = try await client.run(
                    StoreScripts.write, keys: [answer, claim], [.bytes(value), .integer(milliseconds), .text(token)],
                    within: timeout)
            }
        } catch {
            if !token.isEmpty { giveUp(claim, of: token, on: context.runtime ?? .live) }
            throw error
        }
        tracked.remove(answer)
        if !entry.namespace.isEmpty { try await list(answer, in: entry.namespace, within: timeout) }
    }

    /// Removes the entry of a key, if there is one.
    public func remove(_ key: CacheKey, in context: StoreContext) async throws {
        let timeout = try timeout(in: context)
        let answer = keys.answer(of: key)
        tracked.remove(answer)
        let old = try await storeOperation { () throws(RedisError) in
            try await client.run(StoreScripts.remove, keys: [answer], [], within: timeout).bytes
        }
        tracked.remove(answer)
        guard let old, let entry = try? RedisEntry(decoding: old), !entry.namespace.isEmpty else { return }
        try await list(answer, in: entry.namespace, within: timeout)
    }

    /// Makes every entry of a group invalid that was written, or whose answer was begun, before.
    public func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {
        let timeout = try timeout(in: context)
        let name = group == .all ? "all" : "\(group.storageID)"
        defer { tracked.set(nil) }
        try await storeOperation { () throws(RedisError) in
            _ = try await client.run(
                StoreScripts.invalidate, keys: [keys.invalidations], [.text(name), .integer(Self.maximumGroups)],
                within: timeout)
        }
    }

    /// The number of groups whose invalidations are remembered one by one.
    private static let maximumGroups: Int64 = 1_000

    /// Ends the connection. Later operations throw `closed`.
    public func close() async {
        await client.close()
        tracked.reset()
    }

    /// Whether processes compute an answer only once: `true`.
    public var sharesComputations: Bool { true }

    /// One sentence for each option that is out of range.
    public var configurationProblems: [String] { policy.problems }
}
