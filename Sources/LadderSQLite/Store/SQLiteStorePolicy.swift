/// Where an `SQLiteStore` keeps its file, and how large it may become.
public struct SQLiteStorePolicy: Hashable, Sendable {
    /// The absolute path of the file. Its directory must exist.
    public var path: String
    /// The largest size of the file in bytes, at least 1 MiB. The log of writes beside it comes on top.
    public var maximumBytes: Int
    /// The number of writes of ``SQLiteStore/enqueue(_:to:asOf:in:)`` that may wait.
    public var maximumWaitingWrites: Int

    /// Creates a policy for a file.
    public init(path: String, maximumBytes: Int = 256 << 20, maximumWaitingWrites: Int = 4_096) {
        self.path = path
        self.maximumBytes = maximumBytes
        self.maximumWaitingWrites = maximumWaitingWrites
    }

    /// One sentence for each option that is out of range.
    public var problems: [String] {
        var problems: [String] = []
        // Some builds of SQLite take "file:…" for a URL.
        if !path.hasPrefix("/") { problems.append("SQLiteStore.path is \"\(path)\"; it must be an absolute path") }
        if maximumBytes < 1 << 20 {
            problems.append("SQLiteStore.maximumBytes is \(maximumBytes); allowed from 1048576")
        }
        if maximumWaitingWrites < 0 {
            problems.append("SQLiteStore.maximumWaitingWrites is \(maximumWaitingWrites); allowed from 0")
        }
        return problems
    }
}
