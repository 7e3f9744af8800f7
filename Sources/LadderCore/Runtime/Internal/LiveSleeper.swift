import Synchronization

/// Suspends tasks until an instant of the live clock.
///
/// One thread serves all sleeping tasks. It waits for the earliest of them, and resumes those that are due; they go on
/// where they belong, as a rule in the cooperative pool. `Task.sleep` is not used for two reasons: on Linux its timer
/// keeps 0.7 kB until it is due, even if the task is cancelled, and no timer fires while every thread of the pool is
/// blocked.
///
/// The thread exists while it is needed: the first sleeper starts it, and it ends after ``longestPause`` without one. A
/// sleeper signals it only if it is due before the thread looks at the heap anyway, so limits that are set and
/// cancelled call after call cost no system call.
final class LiveSleeper: Sendable {
    /// The longest time for which the thread waits without a look at the clock.
    ///
    /// The clock goes on while the device is suspended, a waiting thread does not: a sleeper that becomes due in that
    /// time wakes at most this late.
    static let longestPause = Duration.seconds(1)

    private let schedule = Locked(SleeperSchedule<CheckedContinuation<Void, any Error>>(longestPause: longestPause))
    private let lastID = Atomic<Int>(0)
    private let signal = ThreadSignal()

    /// Returns at `instant` or, if that is past, as soon as possible. Suspends the task in every case.
    ///
    /// - Throws: `CancellationError` as soon as the task is cancelled.
    func sleep(until instant: Instant) async throws {
        try Task.checkCancellation()
        let id = lastID.add(1, ordering: .relaxed).newValue
        do {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { sleeper in
                    add(sleeper, id: id, until: instant)
                    // The handler may have run before the sleeper was there to be cancelled.
                    if Task.isCancelled { cancel(id) }
                }
            } onCancel: {
                cancel(id)
            }
        } catch is NoThread {
            try await Task.sleep(for: instant - LiveDriver.now)
        }
    }

    /// The number of tasks that sleep.
    var count: Int { schedule.withLock { $0.count } }

    /// The number of entries in the heap, those of cancelled sleepers included.
    var entryCount: Int { schedule.withLock { $0.entryCount } }

    /// Whether the thread exists at present.
    var hasThread: Bool { schedule.withLock { $0.hasThread } }

    private func add(_ sleeper: CheckedContinuation<Void, any Error>, id: Int, until instant: Instant) {
        switch schedule.withLock({ $0.add(sleeper, id: id, until: instant) }) {
        case .nothing: break
        case .signalThread: signal.raise()
        case .startThread: if !startThread({ self.run() }) { resumeAll(throwing: NoThread()) }
        }
    }

    private func cancel(_ id: Int) {
        schedule.withLock { $0.cancel(id) }?.resume(throwing: CancellationError())
    }

    private func resumeAll(throwing error: any Error) {
        for sleeper in schedule.withLock({ $0.removeAll() }) { sleeper.resume(throwing: error) }
    }

    /// Resumes sleepers when they are due, until none is left; the thread runs it.
    private func run() {
        while let look = schedule.withLock({ $0.look(at: LiveDriver.now) }) {
            for sleeper in look.due { sleeper.resume() }
            signal.wait(for: look.next - LiveDriver.now)
        }
    }

    /// The system had no thread to give; the task sleeps by `Task.sleep` instead.
    private struct NoThread: Error {}
}
