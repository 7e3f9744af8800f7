import LadderCore

/// Does the operations of a store on its thread.
///
/// A file that turns out to be damaged is left as it is, beside a marker, and the next file of a row takes its place: another
/// process may still use the old one.
final class StoreWorker: Sendable {
    private let library: SQLiteLibrary
    private let policy: SQLiteStorePolicy
    private let table: Locked<StoreTable>

    init(_ library: SQLiteLibrary, policy: SQLiteStorePolicy) throws(StoreError) {
        self.library = library
        self.policy = policy
        table = Locked(try StoreTable(library, policy: policy))
    }

    /// Does a batch: reads one by one, writes in one transaction.
    func run(_ jobs: [StoreJob]) {
        let ends = table.withLock { table in Self.run(jobs, on: table) }
        for (job, error) in zip(jobs, ends) { job.end(error) }
    }

    private static func run(_ jobs: [StoreJob], on table: StoreTable) -> [StoreError?] {
        var ends: [StoreError?] = []
        var index = 0
        while index < jobs.count {
            if jobs[index].isWrite {
                let end = jobs[index...].firstIndex { !$0.isWrite } ?? jobs.count
                ends += write(Array(jobs[index..<end]), on: table)
                index = end
            } else {
                ends.append(outcome { () throws(StoreError) in try jobs[index].run(table) })
                index += 1
            }
        }
        return ends
    }

    /// Does writes in one transaction. Where one of them fails, each is done in a transaction of its own.
    private static func write(_ jobs: [StoreJob], on table: StoreTable) -> [StoreError?] {
        let isDurable = jobs.contains(where: \.isDurable)
        let together = outcome { () throws(StoreError) in
            try table.write(isDurable: isDurable) { () throws(StoreError) in for job in jobs { try job.run(table) } }
        }
        if together == nil || jobs.count == 1 { return jobs.map { _ in together } }
        return jobs.map { job in
            outcome { () throws(StoreError) in
                try table.write(isDurable: job.isDurable) { () throws(StoreError) in try job.run(table) }
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

extension StoreTable {
    /// Runs writes in one transaction.
    func write(isDurable: Bool, _ work: () throws(StoreError) -> Void) throws(StoreError) {
        if isDurable { try connection.execute("PRAGMA synchronous = FULL") }
        defer { if isDurable { try? connection.execute("PRAGMA synchronous = NORMAL") } }
        try connection.transaction { () throws(StoreError) in try work() }
    }
}
