import Dispatch
import LadderCore

/// Work that may block, done on threads of its own and not on those that Swift's tasks share.
///
/// What has arrived while a batch was being done is the next batch. So many writers share one commit.
final class WorkQueue<Job: Sendable>: Sendable {
    private struct State {
        var jobs: [Job] = []
        var idleLanes: [Int]
        var isClosed = false
    }

    private let state: Locked<State>
    private let queue: DispatchQueue
    private let largestBatch: Int
    private let work: @Sendable (_ jobs: [Job], _ lane: Int) -> Void

    /// Creates a queue.
    ///
    /// - Parameters:
    ///   - label: The name of its threads, for debuggers.
    ///   - lanes: The number of batches that are done at once at most.
    ///   - largestBatch: The number of jobs that are done together at most.
    ///   - work: Does a batch. It is never called twice at once for the same lane.
    init(
        _ label: String, lanes: Int, largestBatch: Int,
        work: @escaping @Sendable (_ jobs: [Job], _ lane: Int) -> Void
    ) {
        queue = DispatchQueue(label: label, attributes: lanes > 1 ? .concurrent : [])
        state = Locked(State(idleLanes: Array(0..<lanes)))
        self.largestBatch = largestBatch
        self.work = work
    }

    /// Adds a job. Returns false after the queue was closed.
    func add(_ job: Job) -> Bool {
        let (isAdded, lane) = state.withLock { state -> (Bool, Int?) in
            if state.isClosed { return (false, nil) }
            state.jobs.append(job)
            return (true, state.idleLanes.popLast())
        }
        if let lane { queue.async { self.drain(lane) } }
        return isAdded
    }

    /// Refuses further jobs. Those that wait are still done.
    func close() { state.withLock { $0.isClosed = true } }

    private func drain(_ lane: Int) {
        while true {
            let batch = state.withLock { state -> [Job] in
                let batch = Array(state.jobs.prefix(largestBatch))
                state.jobs.removeFirst(batch.count)
                if batch.isEmpty { state.idleLanes.append(lane) }
                return batch
            }
            if batch.isEmpty { return }
            work(batch, lane)
        }
    }
}
