import LadderCore

/// What a tiered store knows about one of its tiers.
struct TierState {
    /// The number of groups from which on all of the tier's entries are invalidated instead.
    private static let maximumPending = 256

    /// The epoch of the last look-up; nil when there was none.
    var epoch: UInt64?
    /// The keys whose entries in the tier are older than what was written last.
    var outdated = RecentSet<CacheKey.Fingerprint>(capacity: 1_024)
    var statistics = TierStatistics()
    private var restsUntil: Instant?
    /// The groups whose invalidation has not reached the tier, with a number for each failure.
    private(set) var pending: [CacheGroup: Int] = [:]
    private var failures = 0

    func isResting(at now: Instant?) -> Bool {
        guard let now, let restsUntil else { return false }
        return now < restsUntil
    }

    /// Notes a failure. A tier that is down or slow then rests, so that it does not delay every call.
    mutating func noteFailure(_ error: any Error, restingUntil end: Instant?) {
        statistics.failures += 1
        switch (error as? StoreError)?.kind {
        case .tooLarge, .full, .readOnly, .corrupt, .notSupported, .cursorExpired: break
        case .unavailable, .timedOut, .closed, .other, nil: restsUntil = end
        }
    }

    /// Notes that the invalidation of a group did not reach the tier.
    mutating func addPending(_ group: CacheGroup) {
        failures += 1
        if pending.count >= TierState.maximumPending, pending[group] == nil {
            pending = [.all: failures]
        } else {
            pending[group] = failures
        }
    }

    /// Notes that the invalidation of a group has reached the tier, unless it failed again since.
    mutating func removePending(_ group: CacheGroup, number: Int) {
        if pending[group] == number { pending[group] = nil }
    }
}
