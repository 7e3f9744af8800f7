/// How a `RedisStore` names its keys, how long it waits, and what it keeps in memory.
public struct RedisStorePolicy: Hashable, Sendable {
    /// The beginning of every key, by which an operator finds and counts them: `ladder:<namespace>:answer:…`.
    public var prefix: String
    /// The longest time for one operation. After it the call goes on without the store.
    public var timeout: Duration
    /// How long an entry without an end is kept; nil refuses such an entry, because a server would never free it.
    public var keptWithoutEnd: Duration?
    /// The largest number of bytes of one entry. A large value delays the replies behind it on the connection.
    public var maximumValueBytes: Int
    /// The bytes of entries that are kept in the memory of the process as well; 0 keeps none.
    ///
    /// The server reports each change of such an entry, also one by another process, and it is dropped then. When the
    /// connection is lost all are dropped.
    public var memoryBytes: Int
    /// The longest time for which an entry is served from memory without asking the server.
    public var memoryTime: Duration
    /// The time after which a claim of a process that has ended abruptly is over; see `CacheStore.claim(_:in:)`.
    public var claimTime: Duration
    /// The number of writes that listings and changes of a namespace remember.
    public var listedEntries: Int

    /// Creates a policy.
    public init(
        prefix: String = "ladder", timeout: Duration = .milliseconds(50), keptWithoutEnd: Duration? = nil,
        maximumValueBytes: Int = 1 << 20, memoryBytes: Int = 16 << 20, memoryTime: Duration = .seconds(60),
        claimTime: Duration = .seconds(30), listedEntries: Int = 100_000
    ) {
        self.prefix = prefix
        self.timeout = timeout
        self.keptWithoutEnd = keptWithoutEnd
        self.maximumValueBytes = maximumValueBytes
        self.memoryBytes = memoryBytes
        self.memoryTime = memoryTime
        self.claimTime = claimTime
        self.listedEntries = listedEntries
    }

    /// One sentence for each option that is out of range.
    public var problems: [String] {
        var problems: [String] = []
        if prefix.isEmpty || prefix.contains(where: { "{}* \n".contains($0) }) {
            problems.append("RedisStore.prefix is \"\(prefix)\"; it must be a text without braces, stars and spaces")
        }
        for (name, time) in [("timeout", timeout), ("claimTime", claimTime)] where time < .milliseconds(1) {
            problems.append("RedisStore.\(name) is \(time); allowed from 1 ms")
        }
        if let keptWithoutEnd, keptWithoutEnd <= .zero {
            problems.append("RedisStore.keptWithoutEnd is \(keptWithoutEnd); allowed above 0")
        }
        if maximumValueBytes < 1_024 {
            problems.append("RedisStore.maximumValueBytes is \(maximumValueBytes); allowed from 1024")
        }
        if memoryBytes < 0 { problems.append("RedisStore.memoryBytes is \(memoryBytes); allowed from 0") }
        if listedEntries < 100 { problems.append("RedisStore.listedEntries is \(listedEntries); allowed from 100") }
        return problems
    }
}
