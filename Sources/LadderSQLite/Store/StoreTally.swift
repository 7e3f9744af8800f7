import LadderCore

/// What a store holds, as this process has seen it last, and what this process has dropped.
final class StoreTally: Sendable {
    private let state: Locked<StoreStatistics>

    init(maximumBytes: Int) { state = Locked(StoreStatistics(maximumBytes: maximumBytes)) }

    var statistics: StoreStatistics { state.withLock { $0 } }

    func change(_ change: (inout StoreStatistics) -> Void) { state.withLock { change(&$0) } }
}
