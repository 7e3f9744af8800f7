import LadderCore

/// Tables that only one thread at a time uses.
final class TableLane<Tables: DatabaseTables>: Sendable {
    typealias Open = @Sendable () throws(StoreError) -> sending Tables

    private struct State {
        var tables: Tables?
        /// The error of all operations while the tables must stay closed.
        var refusal: StoreError?
    }

    private let state = Locked(State())
    private let makeTables: Open

    init(open: @escaping Open) { makeTables = open }

    /// Opens the tables, unless they are open.
    func open() throws(StoreError) {
        let error = state.withLock { state in Self.outcome { () throws(StoreError) in try open(&state) } }
        if let error { throw error }
    }

    /// Closes the tables. Operations fail until ``resume()``.
    func close(refusingWith error: StoreError) {
        state.withLock { $0 = State(refusal: error) }
    }

    /// Lets the next operation open the tables again.
    func resume() { state.withLock { $0.refusal = nil } }

    /// Does a batch: reads that follow each other on one state of the file, writes in one transaction.
    ///
    /// Where the tables turn out to be damaged, the batch is done again on other ones.
    func run(_ jobs: [TableJob<Tables>]) -> [StoreError?] {
        state.withLock { state in
            let ends = runOnce(jobs, on: &state)
            let damage = ends.lazy.compactMap { $0 }.first { $0.kind == .corrupt }
            guard let damage, let damaged = state.tables, damaged.leaveAside(because: damage) else { return ends }
            return runOnce(jobs, on: &state)
        }
    }

    private func open(_ state: inout State) throws(StoreError) {
        if let refusal = state.refusal { throw refusal }
        if let open = state.tables, open.isCurrent { return }
        state.tables = nil
        state.tables = try makeTables()
    }

    private func runOnce(_ jobs: [TableJob<Tables>], on state: inout State) -> [StoreError?] {
        let error = Self.outcome { () throws(StoreError) in try open(&state) }
        guard error == nil, let tables = state.tables else { return jobs.map { _ in error } }
        var ends: [StoreError?] = []
        while ends.count < jobs.count {
            let rest = jobs[ends.count...]
            let next = Array(rest.prefix { $0.isWrite == jobs[ends.count].isWrite })
            ends += next[0].isWrite ? Self.write(next, on: tables) : Self.read(next, on: tables)
        }
        if jobs.contains(where: \.isWrite) { tables.wroteBatch() }
        return ends
    }

    /// Does reads on one state of the file. One that fails does not touch the others.
    private static func read(_ jobs: [TableJob<Tables>], on tables: Tables) -> [StoreError?] {
        let begin = outcome { () throws(StoreError) in try tables.connection.run("BEGIN") }
        if let begin { return jobs.map { _ in begin } }
        let ends = jobs.map { job in outcome { () throws(StoreError) in try job.run(tables) } }
        tables.connection.endRead()
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
