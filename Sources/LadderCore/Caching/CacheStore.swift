/// A type that keeps the answers of caches as bytes.
///
/// Conform a type to it to keep answers on disk or on another machine. `MemoryStore` of LadderExactCache is one in the
/// process; `TieredStore` puts several behind each other. The layers encode and decode the answers; a store looks at
/// the times and the groups of an entry and at nothing else.
///
/// A store guarantees:
/// - `get(_:in:)` returns the entry that was written last under the key, with its times as they are now, or nil. It
///   never returns an entry that is kept no longer, that was removed, or one of whose groups was invalidated after the
///   epoch under which the entry was written.
/// - ``invalidate(_:in:)`` takes the same time for a group of one entry and of a million.
/// - It is bounded, in entries or in bytes, and may forget an entry at any time.
/// - It may be called from many tasks at once. When its task is cancelled it stops soon.
/// - An operation that fails throws ``StoreError``. A store that fails or is slow never fails a call: the layers go on
///   without it.
///
/// Check yours with `checkStore` of LadderTesting.
public protocol CacheStore: Sendable {
    /// Whether no operation ever waits, so that a cache may call it without a task and a limit of time around it.
    ///
    /// The default is `false`. A store in memory returns `true`.
    var answersAtOnce: Bool { get }

    /// Returns the entry of a key, and the epoch under which an answer to the same request may be written later.
    func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup

    /// Returns the entries of several keys, in their order. The default asks for one after the other.
    func get(_ keys: [CacheKey], in context: StoreContext) async throws -> [StoreLookup]

    /// Writes an entry over the one that the key has.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - entry: The bytes, with their times and groups.
    ///   - epoch: The epoch of the look-up before the answer was computed. An entry whose group was invalidated since
    ///     then is not valid. Nil means the current epoch.
    ///   - context: The conditions of the operation.
    func set(_ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext) async throws

    /// Removes the entry of a key, if there is one.
    func remove(_ key: CacheKey, in context: StoreContext) async throws

    /// Makes every entry of a group invalid that was written, or whose answer was begun, before.
    func invalidate(_ group: CacheGroup, in context: StoreContext) async throws

    /// Whether processes that share the store compute an answer only once. If so, a cache claims each answer before it
    /// asks a model.
    ///
    /// The default is `false`, for a store of a single process.
    var sharesComputations: Bool { get }

    /// Claims the computation of an answer among all processes that share the store.
    ///
    /// Returns `granted` where no other process computes the answer. Otherwise it waits, at most until the deadline of the
    /// context, and returns what the other process wrote, or `granted` where that process wrote nothing. A claim ends with
    /// ``set(_:to:asOf:in:)`` or ``release(_:in:)`` of this process, or by itself after a time that the store chooses, so
    /// that a process that ends abruptly stops no other for long.
    ///
    /// A cache calls it once at a time for each key. The default grants at once.
    func claim(_ key: CacheKey, in context: StoreContext) async throws -> StoreClaim

    /// Ends a claim of this process without an answer. Without a claim it does nothing, as the default does.
    func release(_ key: CacheKey, in context: StoreContext) async throws

    /// Returns a page of the store's valid entries of a namespace, in an order of the store's own.
    ///
    /// The default throws `notSupported`.
    func entries(
        in namespace: String, after cursor: StoreCursor?, limit: Int, in context: StoreContext
    ) async throws -> StorePage

    /// Returns a page of what has been written since a page of ``entries(in:after:limit:in:)`` or of this function.
    ///
    /// It throws `cursorExpired` where the store no longer knows all changes since then. An invalidation of a group is
    /// no change of its entries. The default throws `notSupported`.
    func changes(
        in namespace: String, since cursor: StoreCursor, limit: Int, in context: StoreContext
    ) async throws -> StorePage

    /// Writes what is waiting to be written and releases the store's resources. The default does nothing.
    func close() async

    /// What the store holds, as far as this process knows; nil, the default, for a store that does not count.
    var statistics: StoreStatistics? { get }

    /// One sentence for each option of the store that is out of range. A cache reports them as its own.
    var configurationProblems: [String] { get }
}

extension CacheStore {
    /// `false`, for a store that may wait for a disk or a network.
    public var answersAtOnce: Bool { false }

    /// Asks for one key after the other.
    public func get(_ keys: [CacheKey], in context: StoreContext) async throws -> [StoreLookup] {
        var found: [StoreLookup] = []
        for key in keys { found.append(try await get(key, in: context)) }
        return found
    }

    /// `false`, for a store of a single process.
    public var sharesComputations: Bool { false }

    /// Grants at once.
    public func claim(_ key: CacheKey, in context: StoreContext) async throws -> StoreClaim { .granted }

    /// Does nothing.
    public func release(_ key: CacheKey, in context: StoreContext) async throws {}

    /// Throws `notSupported`.
    public func entries(
        in namespace: String, after cursor: StoreCursor?, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        throw StoreError(.notSupported, message: "this store cannot list its entries")
    }

    /// Throws `notSupported`.
    public func changes(
        in namespace: String, since cursor: StoreCursor, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        throw StoreError(.notSupported, message: "this store keeps no list of changes")
    }

    /// Does nothing, for a store without resources.
    public func close() async {}

    /// Nil, for a store that does not count.
    public var statistics: StoreStatistics? { nil }

    /// No problems.
    public var configurationProblems: [String] { [] }
}
