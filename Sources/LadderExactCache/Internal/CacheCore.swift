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
        access = CacheStoreAccess(store, timeLimit: policy.storeTimeLimit)
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
    private let tally = Locked(CacheTally())

    func withFlights<Result: Sendable>(_ body: (inout FlightTable) -> Result) -> Result {
        flights.withLock { body(&$0) }
    }

    func withTally<Result: Sendable>(_ body: (inout CacheTally) -> Result) -> Result {
        tally.withLock { body(&$0) }
    }
}
