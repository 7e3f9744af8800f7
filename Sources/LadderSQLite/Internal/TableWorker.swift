import LadderCore

/// Does operations on tables on threads of its own.
final class TableWorker<Tables: DatabaseTables>: Sendable {
    private let queue: WorkQueue<TableJob<Tables>>
    private let lanes: [TableLane<Tables>]

    /// Creates a worker and opens its tables.
    ///
    /// - Parameters:
    ///   - label: The name of its threads.
    ///   - lanes: The number of batches that are done at once, each on tables of its own. Writers have one.
    ///   - largestBatch: The number of operations that are done together at most.
    ///   - open: Opens the tables of a lane, also again after the ones before are no longer to be used.
    ///   - afterBatch: Follows each batch, with the errors of its writes.
    init(
        _ label: String, lanes count: Int = 1, largestBatch: Int = 256, open: @escaping TableLane<Tables>.Open,
        afterBatch: @escaping @Sendable (_ failedWrites: [StoreError]) -> Void = { _ in }
    ) throws(StoreError) {
        var opened: [TableLane<Tables>] = []
        for _ in 0..<count {
            let lane = TableLane(open: open)
            try lane.open()
            opened.append(lane)
        }
        let lanes = opened
        self.lanes = lanes
        queue = WorkQueue(label, lanes: count, largestBatch: largestBatch) { jobs, lane in
            let ends = lanes[lane].run(jobs)
            for (job, error) in zip(jobs, ends) { job.end(error) }
            afterBatch(zip(jobs, ends).compactMap { job, error in job.isWrite ? error : nil })
        }
    }

    /// Adds an operation. Returns false after the worker was closed.
    @discardableResult
    func add(_ job: TableJob<Tables>) -> Bool { queue.add(job) }

    /// Refuses further operations.
    func close() { queue.close() }

    /// Closes the tables once the batches that are under way are done. Operations fail until ``resume()``.
    func closeTables(refusingWith error: StoreError) {
        for lane in lanes { lane.close(refusingWith: error) }
    }

    /// Lets operations open the tables again.
    func resume() {
        for lane in lanes { lane.resume() }
    }

    /// Returns the result of a read.
    func read<Value: Sendable>(
        _ work: @escaping @Sendable (Tables) throws(StoreError) -> Value
    ) async throws -> Value {
        try await perform(isWrite: false, isDurable: false, work)
    }

    /// Returns the result of a write, once it is in the file.
    func write<Value: Sendable>(
        isDurable: Bool = false, _ work: @escaping @Sendable (Tables) throws(StoreError) -> Value
    ) async throws -> Value {
        try await perform(isWrite: true, isDurable: isDurable, work)
    }

    private func perform<Value: Sendable>(
        isWrite: Bool, isDurable: Bool, _ work: @escaping @Sendable (Tables) throws(StoreError) -> Value
    ) async throws -> Value {
        let result = Handover<Value>()
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            let job = TableJob<Tables>(
                isWrite: isWrite, isDurable: isDurable,
                run: { tables throws(StoreError) in result.set(try work(tables)) },
                end: { error in
                    if let error { continuation.resume(throwing: error) } else { continuation.resume() }
                })
            if !queue.add(job) { continuation.resume(throwing: StoreError(.closed, message: "it is closed")) }
        }
        guard let value = result.value else { throw StoreError(.other, message: "an operation had no result") }
        return value
    }
}

/// A value on its way from the thread of a worker to its caller.
private final class Handover<Value: Sendable>: Sendable {
    private let state = Locked<Value?>(nil)

    func set(_ value: Value) { state.withLock { $0 = value } }

    var value: Value? { state.withLock { $0 } }
}
