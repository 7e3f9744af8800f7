import LadderCore
import LadderTesting
import TestSupport
import Testing

@testable import LadderBudgetCheck

/// What happens while the ledger is slow, fails, or loses answers.
struct UnreachableLedgerTests {
    private struct Bench {
        let simulation: Simulation
        let ledger: FlakyLedger
        let budget: BudgetCheck
        let model: ScriptedModel
        let pipeline: Pipeline

        init(
            _ rule: BudgetLimit.UnreachableRule, seed: UInt64 = 1,
            model: ScriptedModel = ScriptedModel("gpt-4o", .using(input: 60, output: 40)),
            whenReserving: FlakyLedger.Behaviour? = nil
        ) throws {
            simulation = Simulation(seed: seed)
            ledger = FlakyLedger(on: simulation)
            budget = BudgetCheck(
                BudgetLimit(.tokens(10_000), per: .unlimited, name: "tokens", whenUnreachable: rule), ledger: ledger)
            self.model = model
            let (budget, ledger) = (budget, ledger)
            let changing = Layer { request, context, next in
                if let whenReserving { ledger.behave(whenReserving) }
                return try await next(request, context)
            }
            pipeline = try Pipeline(model: model) {
                budget
                changing
            }.running(on: simulation)
        }

        /// Tokens spent and held in the books of the ledger.
        var numbers: [BudgetAmount] {
            get async throws {
                ledger.behave(.works(after: .zero))
                let status = try await budget.status(for: CallScope())[0]
                return [status.spent, status.held]
            }
        }
    }

    @Test func `a ledger on another machine keeps the same books`() throws {
        let bench = try Bench(.refuse)
        try bench.simulation.run { _ = try await bench.pipeline.respond(to: .words(50, maximumResponse: 50)) }
        #expect(try bench.simulation.run { try await bench.numbers } == [BudgetAmount.tokens(100), .tokens(0)])
        #expect(bench.ledger.operations.all == ["status", "reserve", "settle 1", "status"])
        #expect(bench.simulation.alive.isEmpty)
    }

    @Test func `a ledger that is out of reach refuses where the limit says so`() throws {
        let bench = try Bench(.refuse)
        bench.ledger.behave(.fails)
        let error = #expect(throws: ChatError.self) {
            try bench.simulation.run { try await bench.pipeline.respond(to: .one()) }
        }
        #expect(error?.kind == .budgetExhausted(resets: nil))
        #expect(bench.model.attempts.isEmpty)
        #expect(bench.budget.statistics().ledgerFailures == 1)
    }

    @Test func `a ledger that is out of reach lets calls go on where the limit says so, and is told later`() throws {
        let bench = try Bench(.allow)
        bench.ledger.behave(.fails)
        let (answer, numbers) = try bench.simulation.run {
            let answer = try await bench.pipeline.respond(to: .one())
            bench.ledger.behave(.works(after: .zero))
            try await bench.simulation.sleep(for: .seconds(20))
            return (answer, try await bench.numbers)
        }
        let notes = answer.trace.events(of: "BudgetCheck").map { "\($0.verdict.rawValue): \($0.reason)" }
        #expect(
            notes == [
                "failed: the ledger is out of reach (unavailable)", "noted: every limit allows that the call goes on",
                "noted: the ledger is out of reach (unavailable); every limit allows the attempt",
            ])
        #expect(numbers == [BudgetAmount.tokens(100), .tokens(0)])
        #expect(bench.budget.statistics().waitingSettlements == 0)
    }

    @Test func `one limit that refuses decides for all`() throws {
        let simulation = Simulation()
        let ledger = FlakyLedger(on: simulation, .fails)
        let budget = BudgetCheck(
            BudgetLimit(.tokens(10), per: .unlimited, name: "loose", whenUnreachable: .allow),
            BudgetLimit(.requests(10), per: .unlimited, name: "strict", whenUnreachable: .refuse), ledger: ledger)
        let pipeline = try Pipeline(model: ScriptedModel("gpt-4o")) { budget }.running(on: simulation)
        #expect(throws: ChatError.self) { try simulation.run { try await pipeline.respond(to: .one()) } }
    }

    @Test func `a slow ledger costs a call at most the time limit`() throws {
        let bench = try Bench(.refuse)
        bench.ledger.behave(.works(after: .seconds(30)))
        let time = try bench.simulation.run {
            await #expect(throws: ChatError.self) { try await bench.pipeline.respond(to: .one()) }
            return bench.simulation.now
        }
        #expect(time == .origin + .milliseconds(100))
    }

    @Test func `a call whose deadline passes while the ledger is asked has no time left`() throws {
        let bench = try Bench(.refuse)
        bench.ledger.behave(.works(after: .seconds(30)))
        let error = #expect(throws: ChatError.self) {
            try bench.simulation.run {
                try await bench.pipeline.respond(to: .one(), options: CallOptions(timeLimit: .milliseconds(50)))
            }
        }
        #expect(error?.kind == .deadlineExceeded)
        #expect(bench.simulation.now == .origin + .milliseconds(50))
    }

    @Test func `a hold that is made after the time limit is released`() throws {
        let bench = try Bench(.refuse, whenReserving: .isLate(.seconds(2)))
        let (error, numbers) = try bench.simulation.run {
            let error = await #expect(throws: ChatError.self) { try await bench.pipeline.respond(to: .one()) }
            bench.ledger.behave(.works(after: .zero))
            try await bench.simulation.sleep(for: .seconds(10))
            return (error, try await bench.numbers)
        }
        #expect(error?.message == "\"tokens\" refuses while the ledger is out of reach")
        #expect(numbers == [BudgetAmount.tokens(0), .tokens(0)])
        #expect(bench.model.attempts.isEmpty)
    }

    @Test func `a reservation whose answer was lost is released, not repeated`() throws {
        let bench = try Bench(.refuse, whenReserving: .losesAnswer)
        let numbers = try bench.simulation.run {
            _ = await #expect(throws: ChatError.self) { try await bench.pipeline.respond(to: .one()) }
            bench.ledger.behave(.works(after: .zero))
            try await bench.simulation.sleep(for: .seconds(10))
            return try await bench.numbers
        }
        #expect(numbers == [BudgetAmount.tokens(0), .tokens(0)])
        #expect(bench.ledger.operations.all.filter { $0 == "reserve" }.count == 1)
    }

    @Test func `a caller that leaves while the ledger is asked leaves no hold`() throws {
        let bench = try Bench(.refuse)
        let numbers = try bench.simulation.run {
            bench.ledger.behave(.works(after: .milliseconds(50)))
            let task = Task(executorPreference: bench.simulation) { try await bench.pipeline.respond(to: .one()) }
            // The look takes 50 ms, the reservation is under way.
            try await bench.simulation.sleep(for: .milliseconds(70))
            task.cancel()
            _ = await task.result
            try await bench.simulation.sleep(for: .seconds(10))
            return try await bench.numbers
        }
        #expect(numbers == [BudgetAmount.tokens(0), .tokens(0)])
        #expect(bench.model.attempts.isEmpty)
    }

    @Test func `a ledger that hangs is not asked for a while, and then by one call`() throws {
        let bench = try Bench(.refuse)
        try bench.simulation.run {
            func ask() async -> Duration {
                let start = bench.simulation.now
                _ = try? await bench.pipeline.respond(to: .one())
                return bench.simulation.now - start
            }
            bench.ledger.behave(.isLate(.seconds(3_600)))
            for _ in 1...3 { #expect(await ask() == .milliseconds(100)) }
            for _ in 1...10 { #expect(await ask() == .zero) }
            #expect(bench.ledger.operations.all == ["status", "status", "status"])
            #expect(bench.budget.statistics().ledgerFailures == 13)
            bench.ledger.behave(.works(after: .zero))
            try await bench.simulation.sleep(for: .seconds(30))
            #expect(try await bench.pipeline.respond(to: .one()).content == "ok")
        }
    }

    @Test func `reservations that hang are not made for a while, and settlements still are`() throws {
        let bench = try Bench(.allow)
        let working = FlakyLedger.Behaviour.works(after: .zero)
        let hangs = Shared(true)
        let switching = Layer { request, context, next in
            if hangs.value { bench.ledger.behave(.isLate(.seconds(3_600))) }
            defer { bench.ledger.behave(working) }
            return try await next(request, context)
        }
        let pipeline = try Pipeline(model: bench.model) {
            bench.budget
            switching
        }.running(on: bench.simulation)
        try bench.simulation.run {
            bench.ledger.behave(working)
            for _ in 1...5 { _ = try await pipeline.respond(to: .one()) }
            let operations = bench.ledger.operations.all
            #expect(operations.filter { $0 == "reserve" }.count == 3)
            #expect(operations.filter { $0 == "status" }.count == 5)
            try await bench.simulation.sleep(for: .seconds(20))
            #expect(bench.budget.statistics().waitingSettlements == 0)
            hangs.change { $0 = false }
            try await bench.simulation.sleep(for: .seconds(10))
            _ = try await pipeline.respond(to: .one())
            #expect(bench.ledger.operations.all.filter { $0 == "reserve" }.count == 4)
        }
    }

    // MARK: Ledgers that answer at once

    /// A ledger in memory that is not the one of the module.
    private struct OwnLedger: BudgetLedger {
        let books = InMemoryLedger()
        let settlesAtOnce: Bool
        let deadlines = Shared<[Instant?]>([])

        var answersAtOnce: Bool { true }

        func reserve(_ reservation: LedgerReservation, in context: StoreContext) async throws -> LedgerDecision {
            deadlines.change { $0.append(context.deadline) }
            return try await books.reserve(reservation, in: context)
        }

        func settle(_ settlement: LedgerSettlement, in context: StoreContext) async throws -> LedgerSettlementResult {
            try await books.settle(settlement, in: context)
        }

        func settleAtOnce(
            _ settlement: LedgerSettlement, in context: StoreContext
        ) throws -> LedgerSettlementResult? {
            settlesAtOnce ? try books.settleAtOnce(settlement, in: context) : nil
        }

        func status(of limits: [LedgerLimit], in context: StoreContext) async throws -> [LedgerStatus] {
            deadlines.change { $0.append(context.deadline) }
            return try await books.status(of: limits, in: context)
        }

        func setMaximum(_ maximum: Int64?, ofAccount account: String, in context: StoreContext) async throws {
            try await books.setMaximum(maximum, ofAccount: account, in: context)
        }
    }

    @Test(arguments: [true, false])
    func `a ledger of the user's own that answers at once has no limit of time`(settlesAtOnce: Bool) throws {
        let simulation = Simulation(seed: 1)
        let ledger = OwnLedger(settlesAtOnce: settlesAtOnce)
        let budget = BudgetCheck(BudgetLimit(.tokens(100), per: .unlimited), ledger: ledger)
        let pipeline = try Pipeline(model: ScriptedModel("gpt-4o", .using(input: 6, output: 4))) { budget }
            .running(on: simulation)
        try simulation.run {
            _ = try await pipeline.respond(to: .one())
            try await simulation.sleep(for: .seconds(1))
            #expect(try await budget.status(for: CallScope())[0].spent == .tokens(10))
        }
        #expect(ledger.deadlines.value == [nil, nil, nil])
        #expect(!budget.layerDescription.options.contains { $0.name == "ledgerTimeLimit" })
    }

    // MARK: Settlements

    @Test func `settlements are repeated until the ledger has taken them, and charged once`() throws {
        let bench = try Bench(
            .refuse, model: ScriptedModel("gpt-4o", .using(input: 60, output: 40, after: .seconds(1))))
        let numbers = try bench.simulation.run {
            async let answer = bench.pipeline.respond(to: .words(50, maximumResponse: 50))
            try await bench.simulation.sleep(for: .milliseconds(500))
            bench.ledger.behave(.losesAnswer)
            _ = try await answer
            try await bench.simulation.sleep(for: .seconds(1))
            #expect(bench.budget.statistics().waitingSettlements == 1)
            bench.ledger.behave(.works(after: .zero))
            try await bench.simulation.sleep(for: .seconds(10))
            return try await bench.numbers
        }
        #expect(numbers == [BudgetAmount.tokens(100), .tokens(0)])
        #expect(bench.budget.statistics().waitingSettlements == 0)
        #expect(bench.budget.statistics().droppedSettlements == 0)
    }

    @Test func `settlements that wait go to the ledger in batches`() throws {
        let bench = try Bench(.allow)
        try bench.simulation.run {
            bench.ledger.behave(.fails)
            for _ in 1...100 { _ = try await bench.pipeline.respond(to: .one()) }
            #expect(bench.budget.statistics().waitingSettlements == 100)
            bench.ledger.behave(.works(after: .milliseconds(1)))
        }
        let settlements = bench.ledger.operations.all.filter { $0.hasPrefix("settle") }
        #expect(settlements.count < 20, "\(settlements)")
        #expect(try bench.simulation.run { try await bench.numbers } == [BudgetAmount.tokens(10_000), .tokens(0)])
    }

    @Test func `a settlement that waits longer than a hold counts is given up and counted`() throws {
        let bench = try Bench(.allow)
        try bench.simulation.run {
            bench.ledger.behave(.fails)
            _ = try await bench.pipeline.respond(to: .one())
        }
        #expect(bench.budget.statistics().droppedSettlements == 1)
        #expect(bench.budget.statistics().waitingSettlements == 0)
        #expect(bench.simulation.now < .origin + .seconds(620))
    }

    @Test func `the queue is bounded`() throws {
        let simulation = Simulation()
        let ledger = FlakyLedger(on: simulation, .fails)
        let queue = SettlementQueue(LedgerAccess(ledger, timeLimit: .milliseconds(100)))
        try simulation.run {
            for id in 1...10_100 {
                queue.add(LedgerSettlement(id: "\(id)"), lifetime: .seconds(600), on: simulation.runtime)
            }
            #expect(queue.counts.waiting == 10_000)
            #expect(queue.counts.dropped == 100)
            ledger.behave(.works(after: .zero))
        }
        #expect(queue.counts.waiting == 0)
    }

    /// A ledger that has no function of its own for several settlements, and needs 60 ms for each.
    private struct OneByOneLedger: BudgetLedger {
        let ledger: FlakyLedger

        func reserve(_ reservation: LedgerReservation, in context: StoreContext) async throws -> LedgerDecision {
            try await ledger.reserve(reservation, in: context)
        }

        func settle(_ settlement: LedgerSettlement, in context: StoreContext) async throws -> LedgerSettlementResult {
            try await ledger.settle(settlement, in: context)
        }

        func status(of limits: [LedgerLimit], in context: StoreContext) async throws -> [LedgerStatus] {
            try await ledger.status(of: limits, in: context)
        }

        func setMaximum(_ maximum: Int64?, ofAccount account: String, in context: StoreContext) async throws {
            try await ledger.setMaximum(maximum, ofAccount: account, in: context)
        }
    }

    @Test func `a ledger for which a batch takes too long gets smaller ones`() throws {
        let simulation = Simulation()
        let ledger = FlakyLedger(on: simulation, .works(after: .milliseconds(60)))
        let access = LedgerAccess(OneByOneLedger(ledger: ledger), timeLimit: .milliseconds(100))
        let queue = SettlementQueue(access)
        try simulation.run {
            for id in 1...200 {
                queue.add(LedgerSettlement(id: "\(id)"), lifetime: .seconds(600), on: simulation.runtime)
            }
        }
        #expect(queue.counts.waiting == 0)
        #expect(queue.counts.dropped == 0)
    }

    @Test func `shutdown carries out what waits`() throws {
        let bench = try Bench(.allow)
        let left = try bench.simulation.run {
            bench.ledger.behave(.fails)
            for _ in 1...100 { _ = try await bench.pipeline.respond(to: .one()) }
            bench.ledger.behave(.works(after: .milliseconds(20)))
            return await bench.pipeline.shutdown(within: .zero)
        }
        #expect(left.isEmpty)
        #expect(try bench.simulation.run { try await bench.numbers } == [BudgetAmount.tokens(10_000), .tokens(0)])
    }

    @Test func `shutdown ends although the ledger does not answer`() throws {
        let bench = try Bench(.allow)
        try bench.simulation.run {
            bench.ledger.behave(.fails)
            _ = try await bench.pipeline.respond(to: .one())
            bench.ledger.behave(.isLate(.seconds(3_600)))
            let start = bench.simulation.now
            await bench.pipeline.shutdown(within: .zero)
            #expect(bench.simulation.now - start < .seconds(1))
        }
        #expect(bench.budget.statistics().droppedSettlements == 1)
    }

    /// A model that answers 60 s after the beginning, whether or not its caller has left.
    private static let lateModel = ScriptedModel(
        "gpt-4o", .using(input: 60, output: 40, after: .seconds(60)).ignoringCancellation())

    @Test(arguments: [true, false])
    func `an attempt that ends after the shutdown is settled once or given up`(isReachable: Bool) throws {
        let bench = try Bench(.refuse, model: Self.lateModel)
        let numbers = try bench.simulation.run {
            let call = Task(executorPreference: bench.simulation) { try await bench.pipeline.respond(to: .one()) }
            try await bench.simulation.sleep(for: .seconds(1))
            await bench.pipeline.shutdown(within: .seconds(1))
            bench.ledger.behave(isReachable ? .works(after: .milliseconds(5)) : .fails)
            _ = await call.result
            try await bench.simulation.sleep(for: .seconds(100))
            let statistics = bench.budget.statistics()
            #expect(statistics.waitingSettlements == 0)
            #expect(statistics.droppedSettlements == (isReachable ? 0 : 1))
            return try await bench.numbers
        }
        #expect(numbers[0] == .tokens(isReachable ? 100 : 0))
    }

    @Test func `a settlement that the ledger never takes does not hold up the others`() throws {
        let simulation = Simulation(seed: 1)
        let ledger = PickyLedger()
        let limit = BudgetLimit(.tokens(10_000), per: .unlimited)
        let budget = BudgetCheck(BudgetPolicy(limits: [limit], holdExpiry: .seconds(60)), ledger: ledger)
        let pipeline = try Pipeline(model: ScriptedModel("gpt-4o", .using(input: 6, output: 4))) { budget }
            .running(on: simulation)
        try simulation.run {
            for _ in 1...100 { _ = try await pipeline.respond(to: .one()) }
            try await simulation.sleep(for: .seconds(50))
            #expect(ledger.books.statistics.openHolds == 1)
            #expect(try await budget.status(for: CallScope())[0].spent == .tokens(990))
            #expect(budget.statistics().waitingSettlements == 1)
            await budget.shutdown()
            #expect(budget.statistics().droppedSettlements == 1)
        }
    }
}

/// A ledger that never takes the settlement that it is given first.
private final class PickyLedger: BudgetLedger {
    let books = InMemoryLedger()
    private let refused = Locked<String?>(nil)

    func reserve(_ reservation: LedgerReservation, in context: StoreContext) async throws -> LedgerDecision {
        try await books.reserve(reservation, in: context)
    }

    func settle(_ settlement: LedgerSettlement, in context: StoreContext) async throws -> LedgerSettlementResult {
        let refused = refused.withLock { refused in
            refused = refused ?? settlement.id
            return refused
        }
        if settlement.id == refused { throw StoreError(.full) }
        return try await books.settle(settlement, in: context)
    }

    func status(of limits: [LedgerLimit], in context: StoreContext) async throws -> [LedgerStatus] {
        try await books.status(of: limits, in: context)
    }

    func setMaximum(_ maximum: Int64?, ofAccount account: String, in context: StoreContext) async throws {
        try await books.setMaximum(maximum, ofAccount: account, in: context)
    }
}
