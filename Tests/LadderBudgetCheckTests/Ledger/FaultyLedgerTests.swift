import LadderBudgetCheck
import LadderCore
import LadderTesting
import Testing

/// Budgets over a ledger that is slow, fails, hangs or loses its connection.
struct FaultyLedgerTests {
    private let limit = LedgerLimit(account: "a", maximum: 100, window: .unlimited)

    private func run(
        _ faults: StoreFaults,
        _ body: @escaping @Sendable (FaultyLedger, InMemoryLedger, Simulation, StoreContext) async throws -> Void
    ) throws {
        let simulation = Simulation(seed: 1)
        let books = InMemoryLedger()
        let ledger = FaultyLedger(books, faults: faults)
        try simulation.run { try await body(ledger, books, simulation, StoreContext(runtime: simulation.runtime)) }
        try Invariants(of: simulation).check()
    }

    private func reservation(_ id: String) -> LedgerReservation {
        LedgerReservation(id: id, entries: [.init(limit: limit, amount: 10)], expiresAfter: .seconds(600))
    }

    private func settlement(_ id: String) -> LedgerSettlement {
        LedgerSettlement(id: id, entries: [.init(limit: limit, amount: 7)])
    }

    @Test func `without faults it keeps the contract of a ledger`() throws {
        try checkLedger(seeds: 1..<3) { FaultyLedger(InMemoryLedger()) }
        let faults = StoreFaults(delays: 0.5, delay: .zero ... .milliseconds(5))
        try checkLedger(seeds: 1..<3) { FaultyLedger(InMemoryLedger(), faults: faults) }
    }

    @Test func `a refusal has no effect, and its error says so`() throws {
        try run(StoreFaults(refusals: 1)) { ledger, books, simulation, context in
            let error = await #expect(throws: StoreError.self) {
                try await ledger.reserve(reservation("1"), in: context)
            }
            #expect(error?.kind == .unavailable && error?.mayHaveHappened == false)
            await #expect(throws: StoreError.self) { try await ledger.settle(settlement("1"), in: context) }
            await #expect(throws: StoreError.self) { try await ledger.settle([settlement("1")], in: context) }
            await #expect(throws: StoreError.self) { try await ledger.status(of: [limit], in: context) }
            await #expect(throws: StoreError.self) { try await ledger.setMaximum(1, ofAccount: "a", in: context) }
            #expect(ledger.count(of: .refusal) == 5)
            #expect(books.status(of: limit, on: simulation.runtime) == LedgerStatus(maximum: 100))
        }
    }

    @Test(arguments: [false, true])
    func `a lost connection may or may not have had an effect, and its error says so`(isLate: Bool) throws {
        let faults = isLate ? StoreFaults(lostAnswers: 1) : StoreFaults(lostRequests: 1)
        try run(faults) { ledger, books, simulation, context in
            var error = await #expect(throws: StoreError.self) {
                try await ledger.reserve(reservation("1"), in: context)
            }
            #expect(error?.mayHaveHappened == true)
            #expect(books.status(of: limit, on: simulation.runtime).held == (isLate ? 10 : 0))
            error = await #expect(throws: StoreError.self) {
                try await ledger.settle([settlement("1"), settlement("2")], in: context)
            }
            #expect(error?.mayHaveHappened == true)
            #expect(books.status(of: limit, on: simulation.runtime).spent == (isLate ? 14 : 0))
            #expect(ledger.count(of: isLate ? .lostAnswer : .lostRequest) == 2)
        }
    }

    @Test(arguments: [
        StoreFaults(hangs: 1), StoreFaults(outages: [Instant.origin ..< .origin + .seconds(7_200)]),
    ])
    func `an operation that hangs ends when its task is cancelled, without an effect`(faults: StoreFaults) throws {
        try run(faults) { ledger, books, simulation, context in
            let hold = Task(executorPreference: simulation) {
                try await ledger.reserve(reservation("1"), in: context)
            }
            try await simulation.sleep(for: .seconds(3_600))
            #expect(ledger.count(of: .hang) + ledger.count(of: .outage) == 1)
            hold.cancel()
            await #expect(throws: CancellationError.self) { try await hold.value }
            #expect(books.status(of: limit, on: simulation.runtime).held == 0)
        }
    }

    /// One kind of trouble each, and one with a bit of everything.
    private static let troubles = [
        StoreFaults(delays: 0.9, delay: .milliseconds(1) ... .milliseconds(150)),
        StoreFaults(refusals: 0.4), StoreFaults(lostRequests: 0.3), StoreFaults(lostAnswers: 0.3),
        StoreFaults(hangs: 0.3),
        StoreFaults(outages: [.origin + .seconds(5) ..< .origin + .seconds(12)]), .mixed,
    ]

    @Test(arguments: troubles)
    func `whatever the ledger does, the tokens served are the tokens settled, no hold is left and no call waits long`(
        faults: StoreFaults
    ) throws {
        var injected = 0
        for seed in UInt64(1)...8 {
            let count = Locked(0)
            var chaos = Chaos { scene in
                let books = InMemoryLedger()
                let ledger = FaultyLedger(books, faults: faults)
                let all = BudgetLimit(.tokens(1_000_000), per: .unlimited, name: "all")
                let budget = BudgetCheck(
                    BudgetPolicy(limits: [all], ledgerTimeLimit: .milliseconds(100)), ledger: ledger)
                let watch = DelayWatch(limit: .milliseconds(100))
                scene.invariants.add(watch)
                let (witness, runtime) = (scene.witness, scene.runtime)
                scene.invariants.add {
                    count.withLock { $0 = StoreFault.allCases.reduce(0) { $0 + ledger.count(of: $1) } }
                    let account = LedgerLimit(account: "all/tokens", maximum: 1_000_000, window: .unlimited)
                    let status = books.status(of: account, on: runtime)
                    let isExact = status.spent == Int64(witness.servedTokens) && status.held == 0
                    return isExact ? [] : ["served \(witness.servedTokens), the ledger has \(status)"]
                }
                return [watch.outer, budget, watch.inner]
            }
            chaos.tokenLimit = nil
            (chaos.callers, chaos.callsPerCaller) = (24, 3)
            let report = try chaos.run(seed: seed)
            try report.check()
            #expect(report.servedTokens > 0)
            injected += count.withLock { $0 }
        }
        #expect(injected > 20)
    }
}
