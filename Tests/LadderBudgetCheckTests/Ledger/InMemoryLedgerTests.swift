import LadderBudgetCheck
import LadderCore
import LadderTesting
import Testing

@Suite struct InMemoryLedgerTests {
    private let alice = LedgerLimit(account: "user alice", maximum: 100_000, window: .rolling(.seconds(86_400)))

    private func reservation(_ id: String, _ amount: Int64, on limit: LedgerLimit) -> LedgerReservation {
        LedgerReservation(
            id: id, entries: [LedgerReservation.Entry(limit: limit, amount: amount)], expiresAfter: .seconds(60))
    }

    private func settlement(_ id: String, _ amount: Int64, on limit: LedgerLimit) -> LedgerSettlement {
        LedgerSettlement(id: id, entries: [LedgerReservation.Entry(limit: limit, amount: amount)])
    }

    @Test func `an estimate of 500 and an actual use of 480 leave 99,520 of 100,000`() throws {
        let simulation = Simulation(seed: 1)
        let ledger = InMemoryLedger()
        let context = StoreContext(runtime: simulation.runtime)
        try simulation.run {
            let decision = try await ledger.reserve(reservation("1", 500, on: alice), in: context)
            guard case .held(let held) = decision else {
                Issue.record("500 do not fit")
                return
            }
            #expect(held.map(\.remaining) == [99_500])
            #expect(try await ledger.settle(settlement("1", 480, on: alice), in: context) == .settled)
            #expect(try await ledger.settle(settlement("1", 480, on: alice), in: context) == .repeated)
            #expect(try await ledger.status(of: [alice], in: context)[0].remaining == 99_520)
        }
    }

    @Test func `several settlements are settled in their order`() async throws {
        let ledger = InMemoryLedger()
        let live = StoreContext(runtime: .live)
        _ = try await ledger.reserve(reservation("1", 10, on: alice), in: live)
        let settlements = ["1", "2", "1"].map { settlement($0, 7, on: alice) }
        #expect(try await ledger.settle(settlements, in: live) == [.settled, .settledLate, .repeated])
        #expect(try await ledger.status(of: [alice], in: live)[0].spent == 14)
    }

    @Test func `a rehearsal in virtual time neither spends nor sees production's money`() async throws {
        let ledger = InMemoryLedger()
        let live = StoreContext(runtime: .live)
        _ = try await ledger.reserve(reservation("1", 90_000, on: alice), in: live)
        try await ledger.setMaximum(95_000, ofAccount: alice.account, in: live)
        try await ledger.settle(settlement("1", 90_000, on: alice), in: live)
        for seed in 1...2 as ClosedRange<UInt64> {
            let simulation = Simulation(seed: seed)
            try simulation.run {
                let context = StoreContext(runtime: simulation.runtime)
                let decision = try await ledger.reserve(reservation("1", 100_000, on: alice), in: context)
                guard case .held = decision else {
                    Issue.record("the rehearsal sees what production has spent: \(decision)")
                    return
                }
                try await ledger.settle(settlement("1", 100_000, on: alice), in: context)
            }
        }
        let status = try await ledger.status(of: [alice], in: live)[0]
        #expect((status.maximum, status.spent, status.held) == (95_000, 90_000, 0))
    }

    @Test func `outside a call the runtime used last counts, at its present time`() throws {
        let simulation = Simulation(seed: 1)
        let ledger = InMemoryLedger()
        let minute = LedgerLimit(account: "a", maximum: 10, window: .rolling(.seconds(60)))
        try simulation.run {
            let context = StoreContext(runtime: simulation.runtime)
            _ = try await ledger.reserve(reservation("1", 10, on: minute), in: context)
            #expect(try await ledger.status(of: [minute], in: StoreContext())[0].held == 10)
            #expect(ledger.statistics.openHolds == 1)
            try await simulation.sleep(for: .seconds(61))
            #expect(try await ledger.status(of: [minute], in: StoreContext())[0].held == 0)
            #expect(ledger.statistics.expiredHolds == 1)
        }
    }

    @Test func `numbers out of range are replaced by the nearest in it`() async throws {
        let ledger = InMemoryLedger(maximumAccounts: -3, maximumHolds: 0, rememberedSettlements: .min)
        let live = StoreContext(runtime: .live)
        let decision = try await ledger.reserve(reservation("1", 10, on: alice), in: live)
        guard case .held = decision else {
            Issue.record("\(decision)")
            return
        }
        await #expect(throws: StoreError.self) {
            _ = try await ledger.reserve(reservation("2", 10, on: alice), in: live)
        }
        #expect(try await ledger.settle(settlement("1", 10, on: alice), in: live) == .settled)
        #expect(ledger.statistics.rememberedSettlements == 1)
    }

    @Test(arguments: [1, 3])
    func `64 tasks never pass a limit, and reach it within the size of one request`(limits: Int) async throws {
        let ledger = InMemoryLedger()
        let live = StoreContext(runtime: .live)
        let maximum: Int64 = 100_000
        let accounts = (0..<limits).map { LedgerLimit(account: "\($0)", maximum: maximum, window: .unlimited) }
        let spent = try await withThrowingTaskGroup(of: Int64.self) { group in
            for task in 0..<64 {
                group.addTask {
                    var random = SeededRandom(seed: UInt64(task))
                    var spent: Int64 = 0
                    for number in 0..<1_000 {
                        let amount = Int64(random.next() % 10) + 1
                        let reservation = LedgerReservation(
                            id: "\(task) \(number)",
                            entries: accounts.map { LedgerReservation.Entry(limit: $0, amount: amount) },
                            expiresAfter: .seconds(3_600))
                        switch try await ledger.reserve(reservation, in: live) {
                        case .held(let statuses):
                            for status in statuses where status.spent + status.held > maximum {
                                Issue.record("\(status) passes the limit")
                            }
                            let used = Int64(random.next() % UInt64(amount + 1))
                            let entries = accounts.map { LedgerReservation.Entry(limit: $0, amount: used) }
                            try await ledger.settle(LedgerSettlement(id: reservation.id, entries: entries), in: live)
                            spent += used
                        case .refused(_, let status):
                            #expect(status.spent + status.held + amount > maximum)
                        case .alreadySettled:
                            Issue.record("an id was seen before it was used")
                        }
                    }
                    return spent
                }
            }
            return try await group.reduce(0, +)
        }
        for status in try await ledger.status(of: accounts, in: live) {
            #expect(status.spent == spent && status.held == 0)
            #expect(spent > maximum - 10)
        }
    }
}
