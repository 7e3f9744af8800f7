import LadderCore

/// What all copies of one `ExactCache` share: policy, store, and the state of each runtime.
final class CacheCore: Sendable {
    let policy: ExactCachePolicy
    var store: any CacheStore { access.store }
    let access: CacheStoreAccess
    let detector: (any SensitiveTextDetector)?
    private let states: PerRuntime<CacheState>

    init(_ policy: ExactCachePolicy, store: any CacheStore, detector: (any SensitiveTextDetector)?) {
        self.policy = policy
        access = CacheStoreAccess(store: store, timeLimit: policy.storeTimeLimit)
        self.detector = detector
        states = PerRuntime { CacheState() }
    }

    /// Returns the state of a runtime; nil means the runtime used last.
    func state(on runtime: Runtime?) -> CacheState {
        states.withLock(on: runtime) { $0 }
    }
}

/// The flights and the counts of one runtime.
final class CacheState: Sendable {
    private let flights = Locked(FlightTable())
    private let tally = Locked(CacheTally(zero: ExactCacheStatistics.Counts()))

    func withFlights<Result: Sendable>(_ body: (inout FlightTable) -> Result) -> Result {
        flights.withLock { body(&$0) }
    }

    func withTally<Result: Sendable>(_ body: (inout CacheTally<ExactCacheStatistics.Counts>) -> Result) -> Result {
        tally.withLock { body(&$0) }
    }
}

extension CacheTally<ExactCacheStatistics.Counts> {
    /// Counts an answer that came from the store.
    mutating func countHit(_ group: CacheCallGroup, of key: CacheKey, saving hit: CacheHit, isStale: Bool) {
        countServed(key)
        count(group) { counts in
            if isStale { counts.stale += 1 } else { counts.hits += 1 }
            counts.saved.add(known: hit.saved)
            counts.timeSaved = counts.timeSaved.saturatingAdding(hit.timeSaved)
        }
    }
}
