/// What a store holds and what it has dropped.
public struct StoreStatistics: Hashable, Sendable {
    /// The number of entries in the store. Some may have expired or been invalidated and not been found yet.
    public var entries: Int
    /// The number of bytes that the entries take.
    public var bytes: Int
    /// The largest number of entries; nil without such a bound.
    public var maximumEntries: Int?
    /// The largest number of bytes; nil without such a bound.
    public var maximumBytes: Int?
    /// The number of entries that were dropped to make room for others.
    public var evicted: Int
    /// The number of entries that were dropped because their time was over.
    public var expired: Int
    /// The number of entries that were dropped because one of their groups was invalidated.
    public var invalidated: Int

    /// Creates the statistics of an empty store.
    public init(
        entries: Int = 0, bytes: Int = 0, maximumEntries: Int? = nil, maximumBytes: Int? = nil, evicted: Int = 0,
        expired: Int = 0, invalidated: Int = 0
    ) {
        self.entries = entries
        self.bytes = bytes
        self.maximumEntries = maximumEntries
        self.maximumBytes = maximumBytes
        self.evicted = evicted
        self.expired = expired
        self.invalidated = invalidated
    }
}
