import LadderCore

/// The calendar of a store, which tests can stop and move.
final class WallClock: Sendable {
    private let shift = Locked(Duration.zero)
    /// The time at which the clock was stopped; nil for one that runs.
    private let stopped: WallTime?

    /// Creates a clock that shows the time of each operation's runtime, or one that only ``advance(by:)`` moves.
    init(isStopped: Bool = false) {
        stopped = isStopped ? Runtime.live.wallNow : nil
    }

    /// Returns the time of an operation in milliseconds since 1970.
    func milliseconds(in context: StoreContext) -> Int64 {
        let shift = shift.withLock { $0 }
        return ((stopped ?? (context.runtime ?? .live).wallNow) + shift).nanosecondsSince1970 / 1_000_000
    }

    /// Moves the clock forward.
    func advance(by duration: Duration) { shift.withLock { $0 += duration } }
}
