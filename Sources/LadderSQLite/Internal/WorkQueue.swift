import Dispatch
import LadderCore

/// Work that may block, done on a thread of its own and not on those that Swift's tasks share.
///
/// What has arrived while a batch was being done is the next batch. So many writers share one commit.
final class WorkQueue<Job: Sendable>: Sendable {
    private struct State {
        var jobs: [Job] = []
        var isActive = false
        var isClosed = false
    }

    private let state = Locked(State())
    private let queue: DispatchQueue
    private let largestBatch: Int
    private let work: @Sendable ([Job]) -> Void

    /// Creates a queue.
    ///
    /// - Parameters:
    ///   - label: The name of its thread, for debuggers.
    ///   - largestBatch: The number of jobs that are done together at most.
    ///   - work: Does a batch. It is never called twice at once.
    init(_ label: String, largestBatch: Int, work: @escaping @Sendable ([Job]) -> Void) {
        queue = DispatchQueue(label: label)
        self.largestBatch = largestBatch
        self.work = work
    }

    /// The number of jobs that wait.
    var waiting: Int { state.withLock { $0.jobs.count } }

    /// Adds a job. Returns false after the queue was closed.
    func add(_ job: Job) -> Bool {
        let (isAdded, starts) = state.withLock { state -> (Bool, Bool) in
            if state.isClosed { return (false, false) }
            state.jobs.append(job)
            defer { state.isActive = true }
            return (true, !state.isActive)
        }
        if starts { queue.async { self.drain() } }
        return isAdded
    }

    /// Refuses further jobs. Those that wait are still done.
    func close() { state.withLock { $0.isClosed = true } }

    private func drain() {
        while true {
            let batch = state.withLock { state -> [Job] in
                let batch = Array(state.jobs.prefix(largestBatch))
                state.jobs.removeFirst(batch.count)
                if batch.isEmpty { state.isActive = false }
                return batch
            }
            if batch.isEmpty { return }
            work(batch)
        }
    }
}
