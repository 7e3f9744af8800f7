/// An attempt against its limit and its caller's patience: whichever ends first counts.
struct Race {
    /// The limit came first.
    struct Late: Error {}

    var isOver = false
    var waiting = Waiting()
    /// What came before anybody waited. It is taken out: whoever drops the reply must be the last to hold it.
    var early: Result<Reply, any Error>?
    /// The attempt may live on when the race is over; the registry knows it by this number.
    var attemptHasEnded = false
    var attemptID: Int?

    /// Who is to be told, if there is anybody.
    mutating func end(by result: Result<Reply, any Error>) -> Waiting? {
        if isOver { return nil }
        isOver = true
        if waiting.continuation == nil { early = result }
        if waiting.isNobody { return nil }
        defer { waiting = Waiting() }
        return waiting
    }

    /// What has to happen when the race is over.
    struct Waiting {
        var continuation: SuspendedTask<Reply>?
        var attempt: (@Sendable () -> Void)?
        var timer: (@Sendable () -> Void)?

        /// The timer comes last.
        var isNobody: Bool { continuation == nil && attempt == nil }

        func resume(with result: Result<Reply, any Error>) {
            attempt?()
            timer?()
            continuation?.resume(with: result)
        }
    }
}

/// The attempt runs in a task of its own, and its caller waits until it ends, until the caller is cancelled, or until a
/// limit, whichever comes first, even if the attempt ignores cancellation. What comes late is dropped; it settles itself.
extension LimitedAttempt {
    /// Starts the attempt. Returns its reply if that is there already.
    ///
    /// The task begins on this thread: what needs no wait is over by then. Nobody has to be watched, and no shutdown has to
    /// know of it: until here it knew of the call.
    func start() throws -> Reply? {
        let work = runtime.start(self)
        if let early = race.withLock({ $0.early.take() }) { return try early.get() }
        register { work.cancel() }
        return nil
    }

    /// Returns when the race is over, at the limit at the latest.
    func wait(until limit: Instant?) async throws -> Reply {
        try await withTaskCancellationHandler {
            try await withSuspendedTask { continuation in
                guard begin(continuation) else { return }
                if let limit { startTimer(until: limit) }
            }
        } onCancel: {
            finish(.failure(CancellationError()))
        }
    }

    private func register(_ cancel: @escaping @Sendable () -> Void) {
        let id = runtime.begin("attempt")
        let isAlive = race.withLock { race in
            if race.attemptHasEnded { return false }
            race.attemptID = id
            race.waiting.attempt = cancel
            return true
        }
        if isAlive { runtime.own(id, cancel) } else { runtime.end(id) }
    }

    /// The attempt has ended, one way or the other.
    func ends(by result: Result<Reply, any Error>) {
        let (waiting, id) = race.withLock { race in
            race.attemptHasEnded = true
            return (race.end(by: result), race.attemptID)
        }
        waiting?.resume(with: result)
        if let id { runtime.end(id) }
    }

    private func startTimer(until limit: Instant) {
        let cancel = runtime.spawn("attempt limit") {
            // Cancelled by a shutdown, the limit would never come; cancelled because it is over, this changes nothing.
            do { try await self.runtime.sleep(until: limit) } catch {
                return self.finish(.failure(CancellationError()))
            }
            self.finish(.failure(Race.Late()))
        }
        if !own(timer: cancel) { cancel() }
    }

    /// False when it was over before anybody waited; the continuation is resumed then.
    private func begin(_ continuation: SuspendedTask<Reply>) -> Bool {
        let early = race.withLock { race in
            if !race.isOver { race.waiting.continuation = continuation }
            return race.early.take()
        }
        guard let early else { return true }
        continuation.resume(with: early)
        return false
    }

    /// False when it is over already: work may end before the way to cancel it is known.
    private func own(timer cancel: @escaping @Sendable () -> Void) -> Bool {
        race.withLock { race in
            if !race.isOver { race.waiting.timer = cancel }
            return !race.isOver
        }
    }

    private func finish(_ result: Result<Reply, any Error>) {
        race.withLock { $0.end(by: result) }?.resume(with: result)
    }
}
