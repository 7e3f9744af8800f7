import LadderCore

extension StoreTable {
    /// The number of groups whose invalidations are remembered.
    private static let rememberedGroups: Int64 = 16_384
    /// The number of removals that the changes report.
    private static let keptRemovals: Int64 = 10_000
    /// A table that grows is counted once in so many rows.
    private static let countedEvery: Int64 = 256

    /// Forgets the older half of the invalidations where there are too many. Every entry that is as old is invalid
    /// then.
    func pruneInvalidations(at epoch: Int64) throws(StoreError) {
        guard epoch % Self.countedEvery == 0 else { return }
        let last = try connection.integer(
            "SELECT epoch FROM invalidation ORDER BY epoch DESC LIMIT 1 OFFSET ?1", .integer(Self.rememberedGroups))
        guard last != nil else { return }
        let oldest = try connection.integer(
            "SELECT epoch FROM invalidation ORDER BY epoch DESC LIMIT 1 OFFSET ?1",
            .integer(Self.rememberedGroups / 2))
        guard let oldest else { return }
        try connection.run("DELETE FROM invalidation WHERE epoch <= ?1", .integer(oldest))
        try connection.run("UPDATE meta SET oldestValid = max(oldestValid, ?1) WHERE id = 1", .integer(oldest))
    }

    /// Forgets the older removals where there are too many. The changes since then are no longer known.
    func pruneRemovals() throws(StoreError) {
        let row = try connection.integer("SELECT max(row) FROM entry") ?? 0
        guard row % Self.countedEvery == 0 else { return }
        let last = try connection.integer(
            "SELECT row FROM entry WHERE bytes IS NULL ORDER BY row DESC LIMIT 1 OFFSET ?1",
            .integer(Self.keptRemovals))
        guard let last else { return }
        try connection.run("DELETE FROM entry WHERE bytes IS NULL AND row <= ?1", .integer(last))
        try connection.run("UPDATE meta SET forgotten = ?1 WHERE id = 1", .integer(last))
    }
}
