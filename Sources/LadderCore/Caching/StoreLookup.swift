/// What a store knows about a key.
public struct StoreLookup: Hashable, Sendable {
    /// The entry of the key; nil when there is none.
    public var entry: StoredEntry?
    /// The epoch of the look-up, to be handed back when an answer to the request is written.
    public var epoch: StoreEpoch

    /// Creates the result of a look-up.
    public init(entry: StoredEntry? = nil, epoch: StoreEpoch) {
        self.entry = entry
        self.epoch = epoch
    }
}

/// A number that grows with every invalidation in a store.
///
/// An answer is written with the epoch of the look-up before it. So an answer that was computed while its group was
/// invalidated is never served.
public struct StoreEpoch: Hashable, Sendable, Comparable {
    /// The number.
    public var number: UInt64

    /// Creates an epoch with this number.
    public init(_ number: UInt64) {
        self.number = number
    }

    /// Whether `left` is the earlier epoch.
    public static func < (left: StoreEpoch, right: StoreEpoch) -> Bool { left.number < right.number }
}

/// A page of a store's entries.
public struct StorePage: Hashable, Sendable {
    /// An entry with the SHA-256 digest of its key.
    public struct Item: Hashable, Sendable {
        /// The digest of the key.
        public var digest: SHA256Digest
        /// The entry; nil where ``CacheStore/changes(in:since:limit:in:)`` reports that it has been removed.
        public var entry: StoredEntry?

        /// Creates an item.
        public init(digest: SHA256Digest, entry: StoredEntry?) {
            self.digest = digest
            self.entry = entry
        }
    }

    /// The entries of the page.
    public var items: [Item]
    /// The place at which the next page begins.
    public var cursor: StoreCursor
    /// Whether there is more now.
    public var hasMore: Bool

    /// Creates a page.
    public init(items: [Item], cursor: StoreCursor, hasMore: Bool) {
        self.items = items
        self.cursor = cursor
        self.hasMore = hasMore
    }
}

/// A place in a listing of a store. Only the store that made it can read it.
public struct StoreCursor: Hashable, Sendable {
    /// The store's own bytes.
    public var bytes: [UInt8]

    /// Creates a cursor from bytes of the store's own.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}
