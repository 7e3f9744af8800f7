import LadderCore

/// What the readers and the writer of a store share.
struct StoreParts: Sendable {
    let library: SQLiteLibrary
    let policy: SQLiteStorePolicy
    let clock: WallClock
    let files: StoreFiles
    let reports: StoreReports
    let marks = ReadMarks()
    let tally: StoreTally

    init(
        _ policy: SQLiteStorePolicy, library: SQLiteLibrary, clock: WallClock,
        onEvent: @escaping @Sendable (SQLiteStoreEvent) -> Void
    ) throws(StoreError) {
        if let problem = policy.problems.first { throw StoreError(.other, message: problem) }
        self.library = library
        self.policy = policy
        self.clock = clock
        reports = StoreReports(onEvent: onEvent)
        files = try StoreFiles(path: policy.path, reports: reports)
        tally = StoreTally(maximumBytes: policy.maximumBytes)
    }

    /// The present time in milliseconds since 1970.
    var now: Int64 { clock.milliseconds(in: StoreContext()) }
}
