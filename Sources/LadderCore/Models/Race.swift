/// Runs an attempt in a task of its own and returns when it ends, when the caller is cancelled, or at a limit, whichever
/// comes first, even if the attempt ignores cancellation. What comes late is dropped; it settles itself.
final class Race: Sendable {
    /// The limit came first.
    struct Late: Error {}

    private struct State {
        var continuation: SuspendedTask<Reply>?
        var result: Result<Reply, any Error>?
        var isOver = false
        var attempt: (@Sendable () -> Void)?
        var timer: (@Sendable () -> Void)?

        /// What came before anybody waited. Taken once: a reply held here would never be dropped.
        mutating func takeResult() -> Result<Reply, any Error>? {
            defer { result = nil }
            return result
        }
    }

    private let state = Locked(State())

    static func run(_ attempt: LimitedAttempt, until limit: Instant?, on runtime: Runtime) async throws -> Reply {
        let race = Race()
        race.start(attempt, on: runtime)
        // The task begins on this thread: what needs no wait is over by now, and nobody has to be watched.
        if let early = race.state.withLock({ $0.takeResult() }) { return try early.get() }
        return try await withTaskCancellationHandler {
            try await withSuspendedTask { continuation in
                guard race.begin(continuation) else { return }
                if let limit { race.startTimer(until: limit, on: runtime) }
            }
        } onCancel: {
            race.finish(.failure(CancellationError()))
        }
    }

    private func start(_ attempt: LimitedAttempt, on runtime: Runtime) {
        let id = runtime.begin("attempt")
        let cancel = runtime.driver.spawn("attempt") {
            do {
                self.finish(.success(try await attempt.ask()))
            } catch {
                self.finish(.failure(error))
            }
            runtime.end(id)
        }
        runtime.own(id, cancel)
        // Nobody can have left yet: what is over already has ended by itself.
        state.withLock { if !$0.isOver { $0.attempt = cancel } }
    }

    private func startTimer(until limit: Instant, on runtime: Runtime) {
        let cancel = runtime.spawn("attempt limit") {
            // Cancelled by a shutdown, the limit would never come; cancelled because it is over, this changes nothing.
            do { try await runtime.sleep(until: limit) } catch { return self.finish(.failure(CancellationError())) }
            self.finish(.failure(Late()))
        }
        if !own(timer: cancel) { cancel() }
    }

    /// False when it was over before anybody waited; the continuation is resumed then.
    private func begin(_ continuation: SuspendedTask<Reply>) -> Bool {
        let early = state.withLock { state in
            if !state.isOver { state.continuation = continuation }
            return state.takeResult()
        }
        guard let early else { return true }
        continuation.resume(with: early)
        return false
    }

    /// False when it is over already: work may end before the way to cancel it is known.
    private func own(timer cancel: @escaping @Sendable () -> Void) -> Bool {
        state.withLock { state in
            if !state.isOver { state.timer = cancel }
            return !state.isOver
        }
    }

    private func finish(_ result: Result<Reply, any Error>) {
        let before = state.withLock { state -> State? in
            guard !state.isOver else { return nil }
            let before = state
            // A result is kept only while nobody waits yet: a reply held here would never be dropped.
            state = State(result: before.continuation == nil ? result : nil, isOver: true)
            return before
        }
        guard let before else { return }
        before.attempt?()
        before.timer?()
        before.continuation?.resume(with: result)
    }
}
