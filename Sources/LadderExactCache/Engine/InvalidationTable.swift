import LadderCore

/// The numbers of the invalidations so far, and which of them was the last of each group.
///
/// It keeps a bounded number of groups. When there are more, ``isFull`` asks its owner to check every entry, after
/// which ``forget(upTo:)`` drops all groups. Only answers that were begun before that and written later are lost.
struct InvalidationTable {
    private let maximumGroups: Int
    /// The number of the last invalidation.
    private(set) var latest: UInt64 = 0
    /// An entry with an earlier epoch is invalid.
    private var oldestValid: UInt64 = 0
    private var latestByGroup: [CacheGroup: UInt64] = [:]

    /// Creates a table that keeps this many groups.
    init(maximumGroups: Int = 4_096) {
        self.maximumGroups = maximumGroups
    }

    /// Whether there are more groups than the table should keep.
    var isFull: Bool { latestByGroup.count > maximumGroups }

    /// The number of groups in the table.
    var groupCount: Int { latestByGroup.count }

    /// Invalidates the entries of a group that were written, or whose answers were begun, before.
    mutating func invalidate(_ group: CacheGroup) {
        latest += 1
        if group == .all {
            oldestValid = latest
            latestByGroup.removeAll(keepingCapacity: true)
        } else {
            latestByGroup[group] = latest
        }
    }

    /// Returns whether an entry is valid that belongs to some groups and has this epoch.
    func isValid(_ groups: [CacheGroup], since epoch: UInt64) -> Bool {
        if epoch == latest { return true }
        guard epoch >= oldestValid else { return false }
        return groups.allSatisfy { (latestByGroup[$0] ?? 0) <= epoch }
    }

    /// Drops the groups that were last invalidated up to this epoch, of which every entry has been checked.
    mutating func forget(upTo epoch: UInt64) {
        latestByGroup = latestByGroup.filter { $0.value > epoch }
        oldestValid = max(oldestValid, epoch)
    }
}
