import LadderCore
import Synchronization

/// The states of a memory store: that of the live runtime, and that of the other runtime used last.
///
/// `PerRuntime` guards its states with one lock. The shards of a memory store have locks of their own, so the path to
/// the live state is free of it.
final class MemoryStates: Sendable {
    private struct Other {
        /// The driver is not kept alive.
        weak var driver: (any RuntimeDriver)?
        var state: MemoryState?
    }

    private let live: MemoryState
    private let liveDriver = Runtime.live.driver
    private let other = Locked(Other())
    private let isLiveLatest = Atomic(true)
    private let make: @Sendable () -> MemoryState

    init(_ make: @escaping @Sendable () -> MemoryState) {
        self.make = make
        live = make()
    }

    /// Returns the state of a runtime, and the runtime's current time. Nil means the runtime used last.
    func use(_ runtime: Runtime?) -> (state: MemoryState, now: Instant) {
        guard let driver = runtime?.driver else { return latest() }
        if driver === liveDriver {
            if !isLiveLatest.load(ordering: .relaxed) { isLiveLatest.store(true, ordering: .relaxed) }
            return (live, driver.now)
        }
        isLiveLatest.store(false, ordering: .relaxed)
        let make = make
        let state = other.withLock { other in
            if other.driver === driver, let state = other.state { return state }
            let state = make()
            other = Other(driver: driver, state: state)
            return state
        }
        return (state, driver.now)
    }

    private func latest() -> (state: MemoryState, now: Instant) {
        if !isLiveLatest.load(ordering: .relaxed) {
            let (driver, state) = other.withLock { ($0.driver, $0.state) }
            if let driver, let state { return (state, driver.now) }
        }
        return (live, liveDriver.now)
    }
}
