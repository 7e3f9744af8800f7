import LadderCore

/// The place of one caller in a flight. The caller leaves when it is released, at the latest.
final class FlightSeat: Sendable {
    let id: Int
    let flight: Flight
    /// The flights in whose tasks the caller waits.
    let wait: FlightWait

    init(id: Int, flight: Flight) {
        self.id = id
        self.flight = flight
        wait = FlightWait(for: flight)
    }

    deinit {
        leave()
    }

    /// Leaves the flight, which is cancelled when no caller is left. Only the first time counts.
    func leave() {
        wait.end()
        flight.leave(id)
    }

    /// Waits for the first content, and returns the reply as this caller reads it.
    ///
    /// - Throws: What the flight threw before its first content, or `CancellationError` when the caller has left.
    func reply() async throws -> Reply {
        try await flight.wait(id, known: nil)
        let (reply, pieces, ending) = flight.read { ($0.reply, $0.pieces, $0.ending) }
        switch (reply, ending) {
        case (let reply?, .completed(let completion)):
            return reply.replacing(with: completion)
        case (let reply?, _):
            return live(reply, after: pieces)
        case (nil, .failed(let error)):
            throw error
        case (nil, _):
            throw CancellationError()
        }
    }

    private func live(_ reply: Reply, after pieces: [ReplyChunk]) -> Reply {
        var reply = reply
        reply.body = .live(LiveReply(FlightReader(self, after: pieces.count), after: pieces))
        // A stream that was cancelled may be held for long; its reader has left all the same.
        let (id, flight, wait) = (id, flight, wait)
        reply.onEnd { _ in
            wait.end()
            flight.leave(id)
        }
        return reply
    }

    /// Returns the piece at an index, and waits for it if need be.
    func piece(at index: Int) async throws -> ReplyChunk? {
        try await flight.wait(id, known: index)
        let (piece, ending) = flight.read { state in
            (index < state.pieces.count ? state.pieces[index] : nil, state.ending)
        }
        if let piece { return piece }
        if case .failed(let error) = ending { throw error }
        return nil
    }
}

/// The source of a live answer that one caller reads from a flight.
final class FlightReader: ReplySource {
    private let seat: FlightSeat
    private let position: Locked<Int>

    init(_ seat: FlightSeat, after count: Int) {
        self.seat = seat
        position = Locked(count)
    }

    func next() async throws -> ReplyChunk? {
        let piece = try await seat.piece(at: position.withLock { $0 })
        position.withLock { $0 += 1 }
        return piece
    }
}
