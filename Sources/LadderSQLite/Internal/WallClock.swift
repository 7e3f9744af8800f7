import LadderCore

/// The calendar of a store, which tests can move.
final class WallClock: Sendable {
    private let shift = Locked(Duration.zero)

    /// Returns the time of an operation in milliseconds since 1970.
    func milliseconds(in context: StoreContext) -> Int64 {
        let shift = shift.withLock { $0 }
        return ((context.runtime ?? .live).wallNow + shift).nanosecondsSince1970 / 1_000_000
    }

    /// Moves the clock forward.
    func advance(by duration: Duration) { shift.withLock { $0 += duration } }
}
