import LadderBudgetCheck
import LadderCore
import LadderTesting
import Testing

@Suite struct LedgerConformanceTests {
    @Test func `the ledger in memory keeps the contract in virtual time`() throws {
        try checkLedger(seeds: 1..<21) { InMemoryLedger() }
        try checkLedger(seeds: 1..<3) { InMemoryLedger(maximumAccounts: 20) }
    }

    @Test func `the ledger in memory keeps the contract on many threads, and what was not checked is named`()
        async throws
    {
        let shared = InMemoryLedger()
        let unchecked = try await checkLedger(advancing: nil) { shared }
        #expect(unchecked == [.expiresHolds, .endsWindows])
    }

    @Test func `a ledger with a clock of its own is checked by moving that clock`() async throws {
        try await checkLedger(advancing: nil) { ClockedLedger() }
        let ledger = ClockedLedger()
        let unchecked = try await checkLedger(advancing: { try await ledger.advance(by: $0) }) { ledger }
        #expect(unchecked.isEmpty)
    }

    @Test(arguments: BrokenLedger.all)
    func `each broken rule is found`(broken: BrokenLedger) {
        #expect(throws: ConformanceFailure.self, "\(broken.what)") {
            do {
                try checkLedger(seeds: 1..<4) { broken.make() }
            } catch let failure as ConformanceFailure {
                #expect(failure.rules.contains(broken.rule), "\(failure)")
                throw failure
            }
        }
    }

    @Test func `a ledger that is out of reach is found, with the rule and the error`() {
        let failure = #expect(throws: ConformanceFailure.self) {
            try checkLedger(seeds: 1..<2) {
                ChangedLedger(reserve: { _, _, _ in throw StoreError(.unavailable, message: "no network") })
            }
        }
        #expect(failure?.rules.contains(.keepsMaximum) == true)
        #expect(failure?.description.contains("unavailable: no network") == true)
    }
}
