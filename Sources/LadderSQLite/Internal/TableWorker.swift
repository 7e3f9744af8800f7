import LadderCore

/// Does operations on tables on a thread of its own.
final class TableWorker<Tables: DatabaseTables>: Sendable {
    private let queue: WorkQueue<TableJob<Tables>>

    /// Creates a worker.
    ///
    /// - Parameters:
    ///   - label: The name of its thread.
    ///   - tables: The tables.
    ///   - reopen: Returns other tables after an error that says that these are damaged; nil keeps them.
    init(
        _ label: String, tables: sending Tables,
        reopen: @escaping @Sendable (_ damaged: Tables, _ error: StoreError) -> sending Tables? = { _, _ in nil }
    ) {
        let shared = SharedTables(Locked(tables), reopen: reopen)
        queue = WorkQueue(label, largestBatch: 256) { jobs in
            let ends = shared.run(jobs)
            for (job, error) in zip(jobs, ends) { job.end(error) }
        }
    }

    /// The number of operations that wait.
    var waiting: Int { queue.waiting }

    /// Adds an operation. Returns false after the worker was closed.
    @discardableResult
    func add(_ job: TableJob<Tables>) -> Bool { queue.add(job) }

    /// Refuses further operations.
    func close() { queue.close() }

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

/// Tables that only the thread of a worker uses.
private final class SharedTables<Tables: DatabaseTables>: Sendable {
    private let tables: Locked<Tables>
    private let reopen: @Sendable (Tables, StoreError) -> sending Tables?

    init(
        _ tables: consuming Locked<Tables>, reopen: @escaping @Sendable (Tables, StoreError) -> sending Tables?
    ) {
        self.tables = tables
        self.reopen = reopen
    }

    /// Does a batch: reads one by one, writes that follow each other in one transaction.
    ///
    /// Where the tables turn out to be damaged, the batch is done again on other ones.
    func run(_ jobs: [TableJob<Tables>]) -> [StoreError?] {
        tables.withLock { tables in
            let ends = Self.run(jobs, on: tables)
            guard let error = ends.lazy.compactMap({ $0 }).first(where: { $0.kind == .corrupt }),
                let other = reopen(tables, error)
            else { return ends }
            tables = other
            return Self.run(jobs, on: tables)
        }
    }

    private static func run(_ jobs: [TableJob<Tables>], on tables: Tables) -> [StoreError?] {
        var ends: [StoreError?] = []
        var index = 0
        while index < jobs.count {
            if jobs[index].isWrite {
                let end = jobs[index...].firstIndex { !$0.isWrite } ?? jobs.count
                ends += write(Array(jobs[index..<end]), on: tables)
                index = end
            } else {
                ends.append(outcome { () throws(StoreError) in try jobs[index].run(tables) })
                index += 1
            }
        }
        return ends
    }

    /// Does writes in one transaction. Where one of them fails, each is done in a transaction of its own.
    private static func write(_ jobs: [TableJob<Tables>], on tables: Tables) -> [StoreError?] {
        let isDurable = jobs.contains(where: \.isDurable)
        let together = outcome { () throws(StoreError) in
            try tables.connection.transaction(isDurable: isDurable) { () throws(StoreError) in
                for job in jobs { try job.run(tables) }
            }
        }
        if together == nil || jobs.count == 1 { return jobs.map { _ in together } }
        return jobs.map { job in
            outcome { () throws(StoreError) in
                try tables.connection.transaction(isDurable: job.isDurable) { () throws(StoreError) in
                    try job.run(tables)
                }
            }
        }
    }

    private static func outcome(_ work: () throws(StoreError) -> Void) -> StoreError? {
        do throws(StoreError) {
            try work()
            return nil
        } catch {
            return error
        }
    }
}

/// A value on its way from the thread of a worker to its caller.
private final class Handover<Value: Sendable>: Sendable {
    private let state = Locked<Value?>(nil)

    func set(_ value: Value) { state.withLock { $0 = value } }

    var value: Value? { state.withLock { $0 } }
}
