/// The error of ``Runtime/run(_:until:mayBlock:operation:)`` when the limit came before the result.
package struct TimeLimitReached: Error {}

/// The error of ``Runtime/run(_:until:mayBlock:operation:)`` when every thread for work that may block is busy.
package struct NoThreadFree: Error {}

extension Runtime {
    /// Runs `operation` in a task of its own and returns its result.
    ///
    /// It returns at the limit at the latest, and at once when the caller is cancelled, even if the operation ignores
    /// cancellation. The operation is cancelled then; it may go on, and what it returns later is dropped. It begins on
    /// the caller's thread where the platform allows that, so an operation that needs no wait costs no hop.
    ///
    /// - Parameters:
    ///   - name: The name of the work, for `pipeline.shutdown(within:)`.
    ///   - limit: When to give up; nil means never.
    ///   - mayBlock: Whether the operation may block its thread. It then runs on a thread of its own.
    ///   - operation: The work.
    /// - Throws: ``TimeLimitReached`` at the limit, `CancellationError` when the caller is cancelled, ``NoThreadFree``,
    ///   else what the operation throws.
    package func run<Value: Sendable>(
        _ name: String, until limit: Instant?, mayBlock: Bool = false,
        operation: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await run(name, until: limit.map { MovableLimit($0) }, mayBlock: mayBlock, operation: operation)
    }

    /// Runs `operation` in a task of its own and returns its result, under a limit that can be moved meanwhile.
    func run<Value: Sendable>(
        _ name: String, until limit: MovableLimit?, mayBlock: Bool = false,
        operation: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let race = RaceAgainstLimit<Value>()
        if mayBlock {
            let cancel = spawnBlocking(name) { race.finish(with: await result(of: operation)) }
            guard let cancel else { throw NoThreadFree() }
            race.setCancellation(of: cancel)
        } else {
            race.setCancellation(of: spawn(name) { race.finish(with: await result(of: operation)) })
        }
        return try await race.value(until: limit, on: self)
    }
}

/// A function of its own: Swift 6.3.1 miscompiles a `Result` that is made inside `do` and `catch` of a child task.
func result<Value: Sendable>(of operation: () async throws -> Value) async -> Result<Value, any Error> {
    do {
        return .success(try await operation())
    } catch {
        return .failure(error)
    }
}

/// An operation, a time limit and the caller's cancellation: the first to come decides the result.
private final class RaceAgainstLimit<Value: Sendable>: Sendable {
    private typealias Outcome = Result<Value, any Error>

    private struct State {
        var isOver = false
        /// The result, until the caller takes it. It is not kept: the caller's copy of a reply must be the only one.
        var result: Outcome?
        var caller: CheckedContinuation<Value, any Error>?
        var cancelOperation: (@Sendable () -> Void)?
        var cancelTimer: (@Sendable () -> Void)?
        /// Counts the timers: one that was replaced decides nothing.
        var timer = 0
    }

    private let state = Locked(State())

    /// Keeps the way to cancel the operation, which may have ended already.
    func setCancellation(of cancel: @escaping @Sendable () -> Void) {
        state.withLock { if !$0.isOver { $0.cancelOperation = cancel } }
    }

    func value(until limit: MovableLimit?, on runtime: Runtime) async throws -> Value {
        if let result = state.withLock({ $0.result.take() }) { return try result.get() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { caller in
                let result = state.withLock { state in
                    if !state.isOver { state.caller = caller }
                    return state.result.take()
                }
                if let result { return caller.resume(with: result) }
                guard let limit else { return }
                limit.onEarlier { [weak self] in self?.startTimer(until: limit, on: runtime) }
                startTimer(until: limit, on: runtime)
            }
        } onCancel: {
            finish(with: .failure(CancellationError()))
        }
    }

    private func startTimer(until limit: MovableLimit, on runtime: Runtime) {
        guard let time = limit.time else { return }
        let timer = state.withLock { state -> Int in
            state.timer += 1
            return state.timer
        }
        let cancel = runtime.spawn("time limit") {
            do {
                var due = time
                while true {
                    try await runtime.sleep(until: due)
                    // The limit may have been moved while the timer slept.
                    guard let later = limit.time else { return }
                    if later <= due { break }
                    due = later
                }
                self.finish(with: .failure(TimeLimitReached()))
            } catch {
                // A shutdown has cancelled the timer: without it the caller might wait for ever.
                if self.state.withLock({ $0.timer == timer }) { self.finish(with: .failure(CancellationError())) }
            }
        }
        let replaced = state.withLock { state -> (@Sendable () -> Void)? in
            guard !state.isOver, state.timer == timer else { return cancel }
            defer { state.cancelTimer = cancel }
            return state.cancelTimer
        }
        replaced?()
    }

    func finish(with result: Result<Value, any Error>) {
        let (caller, cancels) = state.withLock {
            state -> (CheckedContinuation<Value, any Error>?, [@Sendable () -> Void]) in
            guard !state.isOver else { return (nil, []) }
            state.isOver = true
            if state.caller == nil { state.result = result }
            defer { (state.caller, state.cancelOperation, state.cancelTimer) = (nil, nil, nil) }
            return (state.caller, [state.cancelOperation, state.cancelTimer].compactMap { $0 })
        }
        for cancel in cancels { cancel() }
        caller?.resume(with: result)
    }
}
