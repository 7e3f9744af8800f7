import LadderCore

/// The wait of other flights for one flight, because their models ask a pipeline that shares it.
final class FlightWait: Sendable {
    private let flight: Flight
    private let waiting = Locked<[Flight]>([])

    init(for flight: Flight) {
        self.flight = flight
    }

    /// Records that flights wait, and returns false where one of them would wait for itself.
    ///
    /// Of two flights that begin to wait for each other at the same time, at least one finds out: each is recorded
    /// before it looks.
    func begin(of others: [Flight]) -> Bool {
        waiting.withLock { $0 = others }
        for other in others { other.awaits(flight) }
        return !flight.reaches(others)
    }

    /// Ends the wait. Only the first time counts.
    func end() {
        let others = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        for other in others { other.stopsAwaiting(flight) }
    }
}
