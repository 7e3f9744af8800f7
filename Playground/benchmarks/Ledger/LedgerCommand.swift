import Ladder

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// `benchmarks ledger`: many tasks reserve against one limit, which is never passed and reached within one request.
enum LedgerCommand {
    static let usage = "[--tasks 64] [--reservations 100000]   one limit under many tasks"

    static func run(_ arguments: [String]) async throws {
        let tasks = arguments.number(after: "--tasks").flatMap { $0 > 0 ? $0 : nil } ?? 64
        let reservations = arguments.number(after: "--reservations").flatMap { $0 > 0 ? $0 : nil } ?? 100_000
        // Amounts are 1…10, used by half: the limit is reached when about two thirds of the requests were made.
        let maximum = Int64(tasks) * Int64(reservations) * 2
        let limit = LedgerLimit(account: "all", maximum: maximum, window: .unlimited)
        let ledger = InMemoryLedger()
        let start = Runtime.live.now
        let tally = try await withThrowingTaskGroup(of: LedgerTally.self) { group in
            for task in 0..<tasks {
                group.addTask { try await spend(reservations, as: task, on: limit, of: ledger) }
            }
            return try await group.reduce(into: LedgerTally()) { $0.add($1) }
        }
        let seconds = Double((Runtime.live.now - start).clampedNanoseconds) / 1e9
        let status = try await ledger.status(of: [limit], in: StoreContext(runtime: .live))[0]
        print("\(tally.held) held, \(tally.refused) refused, in \(Table.number(seconds, 1)) s")
        print(
            "highest spent + held: \(tally.highest) of \(maximum); at the end \(status.spent) spent, \(status.held) held"
        )
        let isKept = tally.highest <= maximum && status.held == 0 && status.spent == tally.spent
        let isReached = tally.refused == 0 || tally.highest > maximum - 10
        print("\(isKept ? "✓" : "✗") never passed, \(isReached ? "✓" : "✗") reached within one request")
        if !isKept || !isReached { exit(1) }
    }

    private static func spend(
        _ count: Int, as task: Int, on limit: LedgerLimit, of ledger: InMemoryLedger
    ) async throws -> LedgerTally {
        let live = StoreContext(runtime: .live)
        var tally = LedgerTally()
        for number in 0..<count {
            let amount = Int64((number &* 7 &+ task) % 10 + 1)
            let reservation = LedgerReservation(
                id: "\(task)-\(number)", entries: [LedgerReservation.Entry(limit: limit, amount: amount)],
                expiresAfter: .seconds(3_600))
            switch try await ledger.reserve(reservation, in: live) {
            case .held(let states):
                tally.held += 1
                tally.highest = max(tally.highest, states[0].spent + states[0].held)
                let used = number % 2 == 0 ? amount : amount / 2
                let entry = LedgerReservation.Entry(limit: limit, amount: used)
                try await ledger.settle(LedgerSettlement(id: reservation.id, entries: [entry]), in: live)
                tally.spent += used
            case .refused, .alreadySettled:
                tally.refused += 1
            }
        }
        return tally
    }
}

/// What the reservations of one or more tasks came to.
struct LedgerTally: Sendable {
    var held = 0
    var refused = 0
    var spent: Int64 = 0
    /// The highest sum of spent and held amounts after a reservation.
    var highest: Int64 = 0

    mutating func add(_ other: LedgerTally) {
        held += other.held
        refused += other.refused
        spent += other.spent
        highest = max(highest, other.highest)
    }
}
