/// A fixed number of threads for work that blocks, apart from the cooperative pool.
///
/// A task that computes or waits without suspending takes a thread of the pool, of which there are as many as cores: on
/// two cores, two such tasks stop every other task of the process. Here each work has a thread for itself from its
/// beginning to its end, also while it is suspended, so a busy thread delays only its own work.
final class BlockingThreads: Sendable {
    /// The default number of threads.
    ///
    /// More would not make local inference faster, as one request keeps several cores busy. Fewer would refuse calls
    /// that only wait for a blocking client.
    static let standardCount = 8

    let threads: [BlockingThread]
    /// The threads without work; the last one was used last.
    private let free: Locked<[BlockingThread]>

    /// Creates the set; each thread is started when it is needed first.
    ///
    /// - Parameter count: The number of works that can run at a time, at least 1.
    init(count: Int = BlockingThreads.standardCount) {
        threads = (0..<max(count, 1)).map { _ in BlockingThread() }
        free = Locked(threads.reversed())
    }

    deinit {
        // No work is left: each holds the set until it ends.
        for thread in threads { thread.retire() }
    }

    /// Starts `work` in a task on a thread of its own; nil if none is free.
    ///
    /// Everything in the task that is not isolated to an actor with an executor of its own runs on this thread and may
    /// block it. The task sees the caller's task-local values. Cancelling it does not free the thread: that happens
    /// when `work` returns.
    func start(_ work: @escaping @Sendable () async -> Void) -> Task<Void, Never>? {
        guard let thread = free.withLock({ $0.popLast() }) else { return nil }
        guard thread.start() else {
            giveBack(thread)
            return nil
        }
        return Task(executorPreference: thread) {
            await work()
            self.giveBack(thread)
        }
    }

    /// The number of works that could be started now.
    var freeCount: Int { free.withLock { $0.count } }

    private func giveBack(_ thread: BlockingThread) {
        free.withLock { $0.append(thread) }
    }
}
