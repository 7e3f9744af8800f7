import LadderCore

/// The events that a store has not reported yet.
///
/// They are noted while the tables are in use and delivered afterwards.
final class StoreReports: Sendable {
    private struct State {
        var events: [SQLiteStoreEvent] = []
        var failedWrites = 0
        var nextReport = Int64.min
    }

    private let state = Locked(State())
    private let onEvent: @Sendable (SQLiteStoreEvent) -> Void
    /// The time between two reports about writes that failed, in milliseconds.
    private static let pause: Int64 = 60_000

    init(onEvent: @escaping @Sendable (SQLiteStoreEvent) -> Void) { self.onEvent = onEvent }

    func note(_ event: SQLiteStoreEvent) { state.withLock { $0.events.append(event) } }

    func noteFailedWrites(_ errors: [StoreError], at now: Int64) {
        guard let last = errors.last else { return }
        state.withLock { state in
            state.failedWrites += errors.count
            guard now >= state.nextReport else { return }
            state.events.append(.writesFailed(count: state.failedWrites, last))
            state.failedWrites = 0
            state.nextReport = now.saturatingAdding(Self.pause)
        }
    }

    /// Calls the closure of the application. No lock may be held.
    func deliver() {
        let events = state.withLock { state in
            let events = state.events
            state.events = []
            return events
        }
        for event in events { onEvent(event) }
    }
}
