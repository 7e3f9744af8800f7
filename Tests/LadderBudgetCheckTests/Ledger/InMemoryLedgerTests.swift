import LadderBudgetCheck
import LadderCore
import LadderTesting
import Testing

@Suite struct InMemoryLedgerTests {
    private let alice = LedgerLimit(account: "user alice", maximum: 100_000, window: .rolling(.seconds(86_400)))

    @Test func `an estimate of 500 and an actual use of 480 leave 99,520 of 100,000`() throws {
        let simulation = Simulation(seed: 1)
        let ledger = InMemoryLedger()
        let context = StoreContext(runtime: simulation.runtime)
        try simulation.run {
            let entry = LedgerReservation.Entry(limit: alice, amount: 500)
            let decision = try await ledger.reserve(
                LedgerReservation(id: "1", entries: [entry], expiresAfter: .seconds(60)), in: context)
            #expect(decision == .held([LedgerStatus(maximum: 100_000, held: 500, resets: nil)]))
            let used = LedgerReservation.Entry(limit: alice, amount: 480)
            let settlement = LedgerSettlement(id: "1", entries: [used])
            #expect(try await ledger.settle(settlement, in: context) == .settled)
            #expect(try await ledger.settle(settlement, in: context) == .repeated)
            #expect(try await ledger.status(of: [alice], in: context)[0].remaining == 99_520)
        }
    }
}
