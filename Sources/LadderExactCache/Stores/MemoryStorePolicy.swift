import LadderCore

/// The bounds of a memory store.
///
/// ```swift
/// let store = MemoryStore(MemoryStorePolicy(maximumEntries: 50_000, maximumBytes: 256 << 20))
/// print(store.statistics?.maximumEntries ?? 0)
/// ```
public struct MemoryStorePolicy: Hashable, Sendable {
    /// The largest number of entries. The default is 10,000.
    public var maximumEntries: Int

    /// The largest number of bytes that the entries take, with what the store needs to keep them. The default is 64 MiB.
    public var maximumBytes: Int

    /// Creates a policy; each option has its standard value unless given.
    public init(maximumEntries: Int = 10_000, maximumBytes: Int = 64 << 20) {
        self.maximumEntries = maximumEntries
        self.maximumBytes = maximumBytes
    }

    /// The size of the largest entry that the store takes: a 32nd of ``maximumBytes``, which is 2 MiB by default.
    ///
    /// A larger one would drive out many others. `set` throws `tooLarge`.
    public var maximumEntryBytes: Int { max(1, maximumBytes / 32) }

    /// One sentence for each option that is out of range; empty when all are valid.
    public var problems: [String] {
        var checks = OptionChecks(of: "MemoryStore")
        checks.require("maximumEntries", value: maximumEntries, in: 1...100_000_000)
        checks.require("maximumBytes", value: maximumBytes, in: (64 << 10)...(1 << 40))
        return checks.problems
    }

    /// The policy with each option in its range, which a store uses until its problems have been reported.
    var corrected: MemoryStorePolicy {
        MemoryStorePolicy(
            maximumEntries: min(max(maximumEntries, 1), 100_000_000),
            maximumBytes: min(max(maximumBytes, 64 << 10), 1 << 40))
    }

    /// The number of shards: a power of two, so that a shard has room for many entries of every size.
    var shardCount: Int {
        var count = 1
        while count < 8, maximumEntries / (count * 2) >= 512 { count *= 2 }
        return count
    }
}
