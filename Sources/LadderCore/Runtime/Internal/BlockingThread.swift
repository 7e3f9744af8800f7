#if canImport(ObjectiveC)
import ObjectiveC
#endif

/// A task executor with one thread of its own, which its tasks may block.
///
/// The thread is started once and waits while there is no job; ``retire()`` ends it.
final class BlockingThread: TaskExecutor {
    /// As large as that of a process's first thread, for inference libraries written with that in mind.
    private static let stackSize = 8 * 1024 * 1024

    private struct State {
        var jobs: [UnownedJob] = []
        var isStarted = false
        var isRetired = false
    }

    private let state = Locked(State())
    private let signal = ThreadSignal()

    /// Starts the thread unless it runs. Returns false if the system has none to give.
    func start() -> Bool {
        let isStarted = state.withLock { state in
            defer { state.isStarted = true }
            return state.isStarted
        }
        if isStarted || startThread(stackSize: BlockingThread.stackSize, { self.run() }) { return true }
        state.withLock { $0.isStarted = false }
        return false
    }

    /// Ends the thread after the jobs it has; no task may prefer it any more.
    func retire() {
        state.withLock { $0.isRetired = true }
        signal.raise()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
        signal.raise()
    }

    private func run() {
        while true {
            let (jobs, isRetired) = state.withLock { state in
                defer { state.jobs = [] }
                return (state.jobs, state.isRetired)
            }
            for job in jobs { run(job) }
            if !jobs.isEmpty { continue }
            if isRetired { return }
            signal.wait()
        }
    }

    private func run(_ job: UnownedJob) {
        #if canImport(ObjectiveC)
        // A thread that does not end would keep what its jobs leave in its pool.
        autoreleasepool { job.runSynchronously(on: asUnownedTaskExecutor()) }
        #else
        job.runSynchronously(on: asUnownedTaskExecutor())
        #endif
    }
}
