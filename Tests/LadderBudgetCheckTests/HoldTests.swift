import LadderCore
import LadderTesting
import TestSupport
import Testing

@testable import LadderBudgetCheck

/// What is held for an attempt, and what is charged for it.
struct HoldTests {
    private func tokens(_ count: Int, each dimensions: BudgetDimension...) -> BudgetLimit {
        var limit = BudgetLimit(.tokens(count), per: .unlimited, name: "tokens")
        limit.dimensions = dimensions
        return limit
    }

    /// Tokens spent and held.
    private func numbers(_ status: BudgetStatus?) -> [BudgetAmount?] { [status?.spent, status?.held] }

    @Test(arguments: 1...20)
    func `a race of 8 first requests lets as many through as fit`(seed: UInt64) throws {
        let bench = try TestBench(
            BudgetCheck(tokens(1_000)),
            model: ScriptedModel("gpt-4o", .using(input: 100, output: 150, after: .seconds(1))), seed: seed)
        let answered = try bench.simulation.run {
            await withTaskGroup(of: Bool.self) { group in
                for _ in 1...8 {
                    group.addTask {
                        let request = ChatRequest.words(100, maximumResponse: 200)
                        return (try? await bench.pipeline.respond(to: request)) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
        }
        #expect(answered == 3)
        #expect(bench.model.attempts.count == 3)
        #expect(numbers(try bench.status()) == [.tokens(750), .tokens(0)])
    }

    @Test func `a cancelled call gives its hold back`() throws {
        let bench = try TestBench(BudgetCheck(tokens(1_000)), model: ScriptedModel("gpt-4o", .stall))
        try bench.simulation.run {
            let task = Task(executorPreference: bench.simulation) {
                try await bench.pipeline.respond(to: .words(100, maximumResponse: 200))
            }
            try await bench.simulation.sleep(for: .seconds(1))
            let status = try await bench.budget.status(for: CallScope())
            #expect(status.first?.held == .tokens(300))
            task.cancel()
            _ = await task.result
        }
        #expect(numbers(try bench.status()) == [.tokens(0), .tokens(0)])
        #expect(bench.budget.statistics().lostReservations == 0)
    }

    @Test func `a dropped stream is charged for what came, and gives the rest back`() throws {
        let words = (1...50).map { "w\($0) " }
        let bench = try TestBench(
            BudgetCheck(tokens(1_000)), model: ScriptedModel("gpt-4o", .stream(words, every: .milliseconds(100))))
        try bench.simulation.run {
            var stream: ResponseStream? = try await bench.pipeline.streamResponse(
                to: .words(100, maximumResponse: 200))
            var chunks = stream?.makeAsyncIterator()
            for _ in 1...3 { _ = try await chunks?.next() }
            chunks = nil
            stream = nil
        }
        let status = try bench.status()
        #expect(status?.held == .tokens(0))
        #expect(status?.spent == .tokens(bench.model.servedTokens))
        #expect(bench.model.servedTokens < 150)
    }

    @Test func `a failed attempt that used tokens is charged`() throws {
        var cut = ChatError(.overloaded)
        cut.usage = Usage(inputTokens: 30, outputTokens: 12)
        let bench = try TestBench(BudgetCheck(tokens(1_000)), model: ScriptedModel("gpt-4o", .fail(cut)))
        #expect(try bench.error()?.kind == .overloaded)
        #expect(numbers(try bench.status()) == [.tokens(42), .tokens(0)])
    }

    @Test func `the tokens of the fallback are charged`() throws {
        let backup = ScriptedModel("gpt-4o-mini", .using(input: 70, output: 30))
        let fallback = Layer { request, context, next in
            do {
                return try await next(request, context)
            } catch is ChatError {
                var request = request
                request.model = "gpt-4o-mini"
                return try await next(request, context)
            }
        }
        let bench = try TestBench(
            BudgetCheck(tokens(1_000), tokens(1_000, each: .model).named("by model")),
            model: ScriptedModel("gpt-4o", .fail(.overloaded)), others: [backup], inside: [fallback])
        try bench.ask()
        #expect(try bench.status()?.spent == .tokens(100))
        let byModel = try bench.simulation.run {
            try await bench.budget.status(for: CallScope(user: "alice"), model: "gpt-4o-mini")
        }
        #expect(byModel.map(\.spent) == [.tokens(100), .tokens(100)])
        #expect(
            bench.budget.report().rows(by: .model).map { [$0.value, "\($0.totals.attempts)"] } == [
                ["gpt-4o-mini", "1"], ["gpt-4o", "1"],
            ])
    }

    @Test func `a cached hit is not charged`() throws {
        let cache = Layer { _, _, _ in
            Reply(
                level: .exactCache, model: "gpt-4o", Completion("stored", usage: Usage(inputTokens: 9, outputTokens: 9))
            )
        }
        let bench = try TestBench(
            BudgetCheck(tokens(1_000), BudgetLimit(.requests(5), per: .unlimited)), inside: [cache])
        try bench.ask()
        let states = try bench.simulation.run { try await bench.budget.status(for: CallScope()) }
        #expect(states.map(\.spent) == [.tokens(0), .requests(0)])
        #expect(states.map(\.held) == [.tokens(0), .requests(0)])
        #expect(bench.budget.report().total.calls == 1)
        #expect(bench.budget.report().total.attempts == 0)
    }

    @Test func `the hold follows the prompt, it is no fixed estimate of 500`() throws {
        for (words, maximum, held) in [(10, 20, 30), (3_000, 20, 3_020), (5, 3_000, 3_005)] {
            let bench = try TestBench(BudgetCheck(tokens(10_000)), model: ScriptedModel("gpt-4o", .stall))
            let status = try heldWhileAsking(.words(words, maximumResponse: maximum), in: bench)
            #expect(status?.held == .tokens(held))
        }
    }

    @Test func `without a maximum the policy's length is assumed, never the model's window`() throws {
        let policy = BudgetPolicy(limits: [tokens(100_000)], assumedResponseTokens: 700)
        for (policy, held) in [(policy, 710), (BudgetPolicy(limits: [tokens(100_000)]), 4_106)] {
            let bench = try TestBench(BudgetCheck(policy), model: ScriptedModel("gpt-4o", .stall))
            #expect(try heldWhileAsking(.words(10), in: bench)?.held == .tokens(held))
        }
    }

    @Test func `the hold is priced at the worst tier`() throws {
        let cheap = TokenRates(input: Money(picodollars: 1_000_000), output: Money(picodollars: 4_000_000))
        let dear = TokenRates(input: Money(picodollars: 2_000_000), output: Money(picodollars: 8_000_000))
        let price = ModelPrice(cheap, tiers: [PriceTier(aboveInputTokens: 200_000, rates: dear)])
        let limit = BudgetLimit(.money(.dollars(1)), per: .unlimited)
        let budget = BudgetCheck(limit)
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .stall)) { budget }
            .priced(by: PriceBook(date: "2026-01-01", prices: ["m": price])).running(on: simulation)
        let status = try simulation.run {
            let task = Task(executorPreference: simulation) {
                try await pipeline.respond(to: .words(100, maximumResponse: 50))
            }
            try await simulation.sleep(for: .seconds(1))
            let status = try await budget.status(for: CallScope())
            task.cancel()
            _ = await task.result
            return status
        }
        #expect(status.first?.held == .money(Money(picodollars: 100 * 2_000_000 + 50 * 8_000_000)))
    }

    @Test func `a model without a price is refused where money is limited`() throws {
        let bench = try TestBench(
            BudgetCheck(BudgetLimit(.money(.dollars(1)), per: .unlimited, name: "dollars")),
            model: ScriptedModel("of-unknown-price"))
        let error = try bench.error()
        #expect(error?.kind == .budgetExhausted(resets: nil))
        #expect(error?.message.contains("the price of \"of-unknown-price\" is unknown") == true)
        #expect(bench.model.attempts.isEmpty)
    }

    @Test func `all limits of an attempt are held together, or none`() throws {
        let bench = try TestBench(
            BudgetCheck(
                tokens(10_000), tokens(100, each: .user).named("user"), BudgetLimit(.requests(9), per: .unlimited)))
        let error = try bench.error(of: .words(50, maximumResponse: 60))
        #expect(error?.message == "\"user\" has 100 tokens left, the attempt may need 110 tokens")
        #expect(error?.stage == "budget")
        let states = try bench.simulation.run { try await bench.budget.status(for: CallScope(user: "alice")) }
        #expect(states.map(\.held) == [.tokens(0), .tokens(0), .requests(0)])
        #expect(states.map(\.spent) == [.tokens(0), .tokens(0), .requests(0)])
        #expect(bench.budget.statistics().refusedAttempts == 1)
    }

    @Test func `an attempt that one of two nested budgets refuses is no request in either`() throws {
        let inner = BudgetCheck(tokens(100), BudgetLimit(.requests(9), per: .unlimited))
        let bench = try TestBench(
            BudgetCheck(BudgetLimit(.requests(5), per: .unlimited), tokens(500)), inside: [inner])
        func states() throws -> [BudgetStatus] {
            try bench.simulation.run {
                try await bench.budget.status(for: CallScope()) + inner.status(for: CallScope())
            }
        }
        #expect(try bench.error(of: .words(50, maximumResponse: 60))?.kind == .budgetExhausted(resets: nil))
        try inner.setLimit(.tokens(1_000), of: "tokens")
        #expect(try bench.error(of: .words(50, maximumResponse: 600))?.kind == .budgetExhausted(resets: nil))
        for state in try states() {
            let nothing: [BudgetAmount] = [.tokens(0), .requests(0)]
            #expect(nothing.contains(state.spent) && nothing.contains(state.held), "\(state)")
        }
        #expect(bench.model.attempts.isEmpty)
        for report in [bench.budget.report(), inner.report()] { #expect(report.total.attempts == 0) }
        #expect(bench.budget.statistics().lostReservations == 0 && inner.statistics().lostReservations == 0)
    }

    @Test func `a reservation that is released without a settlement is lost in both of two nested budgets`() throws {
        // A layer of a user's own that reserves and does not settle.
        let careless = Layer { request, context, next in
            let estimate = AttemptEstimate(
                model: request.model, scope: context.scope, inputTokens: 10, maximumResponseTokens: 10)
            _ = try await context.budget.account?.reserve(estimate)
            return try await next(request, context)
        }
        let inner = BudgetCheck(tokens(1_000))
        let bench = try TestBench(BudgetCheck(tokens(1_000)), inside: [inner, careless])
        try bench.ask()
        for budget in [bench.budget, inner] {
            #expect(budget.statistics().lostReservations == 1)
            #expect(budget.report().total.attempts == 1)
            let states = try bench.simulation.run { try await budget.status(for: CallScope()) }
            #expect(states[0].held == .tokens(0))
        }
    }

    @Test func `a refused attempt is no request, and the next one of its call is`() throws {
        let smaller = Layer { request, context, next in
            do {
                return try await next(request, context)
            } catch is ChatError {
                var smaller = ChatRequest.words(10, maximumResponse: 10)
                smaller.model = request.model
                return try await next(smaller, context)
            }
        }
        let bench = try TestBench(
            BudgetCheck(BudgetLimit(.requests(5), per: .unlimited), tokens(100)),
            model: ScriptedModel("gpt-4o", .using(input: 6, output: 4)), inside: [smaller])
        try bench.ask(.words(10, maximumResponse: 500))
        let states = try bench.simulation.run { try await bench.budget.status(for: CallScope()) }
        #expect(states.map(\.spent) == [.requests(1), .tokens(10)])
    }

    @Test(arguments: [(500, 100), (100, 500)])
    func `of two nested budgets the longer assumed answer counts`(outer: Int, inner: Int) throws {
        func budget(assuming count: Int) -> BudgetCheck {
            BudgetCheck(BudgetPolicy(limits: [tokens(300)], assumedResponseTokens: count))
        }
        let bench = try TestBench(budget(assuming: outer), inside: [budget(assuming: inner)])
        #expect(try bench.error(of: .words(10))?.kind == .budgetExhausted(resets: nil))
        #expect(bench.model.attempts.isEmpty)
    }

    @Test func `values and names with separators have accounts of their own`() {
        func account(of tag: String, _ values: [BudgetDimension: String]) -> String? {
            tokens(10, each: .tenant, .tag(tag)).account(for: values)
        }
        let first = account(of: "y", [.tenant: "a/tag x", .tag("y"): "1"])
        let second = account(of: "x/tag y", [.tenant: "a", .tag("x/tag y"): "1"])
        #expect(first != nil && second != nil && first != second)
    }

    @Test func `a refused retry keeps the last error of the model beneath`() throws {
        var cut = ChatError(.overloaded)
        cut.usage = Usage(inputTokens: 60, outputTokens: 30)
        let bench = try TestBench(
            BudgetCheck(tokens(100)), model: ScriptedModel("gpt-4o", .fail(cut)), inside: [Again()])
        let error = try bench.error(of: .words(10, maximumResponse: 10))
        #expect(error?.kind == .budgetExhausted(resets: nil))
        #expect(error?.lastRealError?.kind == .overloaded)
        #expect(bench.model.attempts.count == 1)
    }

    @Test func `a call with retries is one request`() throws {
        let bench = try TestBench(
            BudgetCheck(BudgetLimit(.requests(2), each: .user, per: .unlimited)),
            model: ScriptedModel("gpt-4o", .fail(.overloaded), .fail(.overloaded), .reply("ok")),
            inside: [Again(), Again()])
        try bench.ask()
        #expect(bench.model.attempts.count == 3)
        #expect(try bench.status()?.spent == .requests(1))
        try bench.ask()
        #expect(try bench.error()?.kind.kindName == .budgetExhausted)
    }

    @Test func `an attempt that uses more than its hold is charged in full and counted`() throws {
        let bench = try TestBench(
            BudgetCheck(tokens(1_000)), model: ScriptedModel("gpt-4o", .using(input: 900, output: 300)))
        try bench.ask(.words(500, maximumResponse: 500))
        let status = try bench.status()
        #expect(status?.spent == .tokens(1_200))
        #expect(status?.overspent == .tokens(200))
        #expect(status?.remaining == .tokens(0))
        #expect(bench.budget.statistics().attemptsBeyondHold == 1)
        #expect(bench.budget.statistics().tokensBeyondHold == 200)
    }

    @Test func `holds learn the ratio of actual to estimated input`() throws {
        let bench = try TestBench(
            BudgetCheck(tokens(100_000)),
            model: ScriptedModel("gpt-4o", .using(input: 300, output: 10), .stall))
        try bench.ask(.words(100, maximumResponse: 10))
        #expect(try heldWhileAsking(.words(100, maximumResponse: 10), in: bench)?.held == .tokens(310))
    }

    private func heldWhileAsking(_ request: ChatRequest, in bench: TestBench) throws -> BudgetStatus? {
        try bench.simulation.run {
            let task = Task(executorPreference: bench.simulation) { try await bench.pipeline.respond(to: request) }
            try await bench.simulation.sleep(for: .seconds(1))
            let status = try await bench.budget.status(for: CallScope()).first
            task.cancel()
            _ = await task.result
            return status
        }
    }
}

/// A layer that asks once more after a failure.
struct Again: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        do {
            return try await next(request, context)
        } catch is ChatError {
            return try await next(request, context)
        }
    }
}

extension BudgetLimit {
    /// The same limit under another name.
    func named(_ name: String) -> BudgetLimit {
        var limit = self
        limit.name = name
        return limit
    }
}
