/// The bytes of one answer in a store, with times relative to the moment at which the entry is handed over.
///
/// The times are spans, not moments, so that the clocks of two machines need not agree, and so that copying an entry
/// from one store to another never extends its life.
public struct StoredEntry: Hashable, Sendable {
    /// The encoded answer.
    public var bytes: [UInt8]
    /// The time since the answer was written first.
    public var age: Duration
    /// The time for which the answer may still be served as it is; zero or less once it is stale. Nil means for ever.
    public var freshFor: Duration?
    /// The time for which the entry is still kept, at least as long as it is fresh. Nil means until it is evicted.
    public var keptFor: Duration?
    /// The groups by which the entry can be invalidated, beside ``CacheGroup/all``.
    public var groups: [CacheGroup]
    /// The namespace under which ``CacheStore/entries(in:after:limit:in:)`` lists the entry; empty for none.
    public var namespace: String

    /// Creates an entry; unless said otherwise it is new and stays fresh until it is evicted.
    public init(
        bytes: [UInt8], age: Duration = .zero, freshFor: Duration? = nil, keptFor: Duration? = nil,
        groups: [CacheGroup] = [], namespace: String = ""
    ) {
        self.bytes = bytes
        self.age = age
        self.freshFor = freshFor
        self.keptFor = keptFor
        self.groups = groups
        self.namespace = namespace
    }

    /// Whether the answer may be served as it is.
    public var isFresh: Bool { freshFor.map { $0 > .zero } ?? true }
}
