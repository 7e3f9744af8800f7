/// Runs an attempt in a task of its own and returns when it ends, when the caller is cancelled, or at a limit, whichever
/// comes first, even if the attempt ignores cancellation. What comes late is dropped; it settles itself.
final class Race: Sendable {
    /// The limit came first.
    struct Late: Error {}

    private struct State {
        var isOver = false
        var waiting = Waiting()
        /// What came before anybody waited. Taken once: a reply held here would never be dropped.
        var early: Result<Reply, any Error>?
        /// The attempt may live on when the race is over; the registry knows it by this number.
        var attemptHasEnded = false
        var attemptID: Int?

        /// Who is to be told. Nil when the race was over before.
        mutating func end(by result: Result<Reply, any Error>) -> Waiting? {
            if isOver { return nil }
            isOver = true
            if waiting.continuation == nil { early = result }
            defer { waiting = Waiting() }
            return waiting
        }
    }

    /// What has to happen when the race is over.
    private struct Waiting {
        var continuation: SuspendedTask<Reply>?
        var attempt: (@Sendable () -> Void)?
        var timer: (@Sendable () -> Void)?

        func resume(with result: Result<Reply, any Error>) {
            attempt?()
            timer?()
            continuation?.resume(with: result)
        }
    }

    private let runtime: Runtime
    private let state = Locked(State())

    init(on runtime: Runtime) { self.runtime = runtime }

    /// Starts the attempt. Returns its reply if that is there already.
    ///
    /// The task begins on this thread: what needs no wait is over by then. Nobody has to be watched, and no shutdown has to
    /// know of it: until here it knew of the call.
    func start(_ attempt: LimitedAttempt) throws -> Reply? {
        let cancel = runtime.driver.spawn("attempt") {
            do {
                self.attemptAnswers(try await attempt.ask())
            } catch {
                self.attemptEnds(by: .failure(error))
            }
        }
        if let early = state.withLock({ $0.early.take() }) { return try early.get() }
        register(cancel)
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
        let isAlive = state.withLock { state in
            if state.attemptHasEnded { return false }
            state.attemptID = id
            state.waiting.attempt = cancel
            return true
        }
        if isAlive { runtime.own(id, cancel) } else { runtime.end(id) }
    }

    /// Not inlined: a copy of the reply would make the task's first frame larger than what it has memory for.
    @inline(never)
    private func attemptAnswers(_ reply: Reply) {
        attemptEnds(by: .success(reply))
    }

    private func attemptEnds(by result: Result<Reply, any Error>) {
        let (waiting, id) = state.withLock { state in
            state.attemptHasEnded = true
            return (state.end(by: result), state.attemptID)
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
            self.finish(.failure(Late()))
        }
        if !own(timer: cancel) { cancel() }
    }

    /// False when it was over before anybody waited; the continuation is resumed then.
    private func begin(_ continuation: SuspendedTask<Reply>) -> Bool {
        let early = state.withLock { state in
            if !state.isOver { state.waiting.continuation = continuation }
            return state.early.take()
        }
        guard let early else { return true }
        continuation.resume(with: early)
        return false
    }

    /// False when it is over already: work may end before the way to cancel it is known.
    private func own(timer cancel: @escaping @Sendable () -> Void) -> Bool {
        state.withLock { state in
            if !state.isOver { state.waiting.timer = cancel }
            return !state.isOver
        }
    }

    private func finish(_ result: Result<Reply, any Error>) {
        state.withLock { $0.end(by: result) }?.resume(with: result)
    }
}
