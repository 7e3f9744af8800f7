import LadderBudgetCheck
import LadderCore
import LadderTesting
import TestSupport
import Testing

/// What happens when a limit is used up, or nearly so.
struct ExhaustionTests {
    private let cache = Layer { request, context, next in
        if request.lastUserText == "stored" {
            return Reply(level: .exactCache, model: "m", Completion("from the cache"))
        }
        return try await next(request, context)
    }
    private let limit = BudgetLimit(.tokens(100), each: .user, per: .day, name: "tokens")

    @Test func `a used-up budget lets caches answer and asks no model`() throws {
        let bench = try TestBench(
            BudgetCheck(limit), model: ScriptedModel("gpt-4o", .using(input: 60, output: 40)), inside: [cache])
        try bench.ask(.words(50, maximumResponse: 40))
        let hit = try bench.ask(ChatRequest("stored"))
        #expect(hit.content == "from the cache")
        #expect(bench.notes(of: hit) == ["narrowed: \"tokens\" is used up; no model may be asked"])
        let error = try bench.error()
        #expect(error?.kind == .budgetExhausted(resets: try bench.status()?.resets))
        #expect(try bench.status()?.resets == WallTime(secondsSince1970: 1_767_312_000))
        #expect(bench.model.attempts.count == 1)
        #expect(bench.budget.statistics().exhaustedCalls == 2)
        try bench.ask(as: "bob")
    }

    @Test func `a refusing policy fails the call before the caches`() throws {
        let bench = try TestBench(
            BudgetCheck(BudgetPolicy(limits: [limit], whenExhausted: .refuse)),
            model: ScriptedModel("gpt-4o", .using(input: 60, output: 40)), inside: [cache])
        try bench.ask(.words(50, maximumResponse: 40))
        let error = try bench.error(of: ChatRequest("stored"))
        #expect(error?.kind == .budgetExhausted(resets: WallTime(secondsSince1970: 1_767_312_000)))
        #expect(error?.message == "the budget \"tokens\" is used up")
        #expect(error?.stage == "BudgetCheck")
    }

    @Test func `the next window is empty again`() throws {
        let bench = try TestBench(
            BudgetCheck(limit), model: ScriptedModel("gpt-4o", .using(input: 60, output: 40)))
        try bench.ask(.words(50, maximumResponse: 40))
        #expect(try bench.error() != nil)
        try bench.simulation.run { try await bench.simulation.sleep(for: .seconds(86_400)) }
        #expect(try bench.error(of: .words(50, maximumResponse: 40)) == nil)
    }

    @Test func `of several used-up limits the latest reset counts`() throws {
        let forever = BudgetLimit(.tokens(100), per: .unlimited, name: "for ever")
        let bench = try TestBench(
            BudgetCheck(limit, forever), model: ScriptedModel("gpt-4o", .using(input: 60, output: 40)))
        try bench.ask(.words(50, maximumResponse: 40))
        #expect(try bench.error()?.kind == .budgetExhausted(resets: nil))
    }

    @Test func `a limit of 0 bars its user`() throws {
        let bench = try TestBench(BudgetCheck(limit.allowing(.tokens(0), for: [.user: "mallory"])))
        #expect(try bench.error(as: "mallory")?.kind.kindName == .budgetExhausted)
        try bench.ask(as: "alice")
    }

    @Test func `a used-up limit of one model refuses that model alone`() throws {
        let other = ScriptedModel("gpt-4o-mini", .reply("cheap"))
        let switching = Layer { request, context, next in
            do {
                return try await next(request, context)
            } catch is ChatError {
                var request = request
                request.model = "gpt-4o-mini"
                return try await next(request, context)
            }
        }
        let bench = try TestBench(
            BudgetCheck(BudgetLimit(.tokens(100), per: .day, only: [.model: "gpt-4o"])),
            model: ScriptedModel("gpt-4o", .using(input: 60, output: 40)), others: [other], inside: [switching])
        try bench.ask(.words(50, maximumResponse: 40))
        #expect(try bench.ask().content == "cheap")
        #expect(bench.model.attempts.count == 1)
    }

    // MARK: The soft share

    @Test func `the soft share is reported once in each window`() throws {
        let bench = try TestBench(
            BudgetCheck(limit),
            model: ScriptedModel("gpt-4o", .using(input: 41, output: 40), .using(input: 1, output: 1)))
        #expect(bench.notes(of: try bench.ask(.words(40, maximumResponse: 40))).isEmpty)
        #expect(bench.notes(of: try bench.ask()) == ["noted: \"tokens\" has reached 80 %"])
        #expect(bench.notes(of: try bench.ask()).isEmpty)
        #expect(try bench.status()?.isSoftReached == true)
        #expect(bench.budget.statistics().softLimitsReached == 1)
        try bench.simulation.run { try await bench.simulation.sleep(for: .seconds(86_400)) }
        #expect(bench.notes(of: try bench.ask()).isEmpty)
        #expect(try bench.status()?.isSoftReached == false)
    }

    @Test func `from the soft share on a cheaper model is wanted`() throws {
        let wishes = Shared<[String?]>([])
        let fallback = RolePlay { request, context, next in
            wishes.change { $0.append(context.downgradeModel) }
            return try await next(request, context)
        }
        let budget = BudgetCheck(BudgetPolicy(limits: [limit], downgradeModel: "gpt-4o-mini"))
        let bench = try TestBench(
            budget, model: ScriptedModel("gpt-4o", .using(input: 41, output: 40), .using(input: 1, output: 1)),
            others: [ScriptedModel("gpt-4o-mini")], inside: [fallback])
        try bench.ask(.words(40, maximumResponse: 40))
        let answer = try bench.ask()
        try bench.ask()
        var cheap = ChatRequest.one()
        cheap.model = "gpt-4o-mini"
        try bench.ask(cheap)
        #expect(wishes.value == [nil, "gpt-4o-mini", "gpt-4o-mini", nil])
        #expect(bench.notes(of: answer).last == "noted: wants the cheaper model gpt-4o-mini, because of \"tokens\"")
        #expect(budget.statistics().downgradedCalls == 2)
    }

    @Test func `a limit of requests wants no cheaper model`() throws {
        let wishes = Shared<[String?]>([])
        let fallback = RolePlay { request, context, next in
            wishes.change { $0.append(context.downgradeModel) }
            return try await next(request, context)
        }
        let policy = BudgetPolicy(
            limits: [BudgetLimit(.requests(2), per: .day, softShare: 0.5), BudgetLimit(.tokens(1_000_000), per: .day)],
            downgradeModel: "gpt-4o-mini")
        let bench = try TestBench(
            BudgetCheck(policy), others: [ScriptedModel("gpt-4o-mini")], inside: [fallback])
        try bench.ask()
        try bench.ask()
        #expect(wishes.value == [nil, nil])
        #expect(bench.budget.statistics().softLimitsReached == 1)
    }

    @Test func `a model to downgrade to needs a fallback layer inside, and a model of that name`() {
        let policy = BudgetPolicy(limits: [limit], downgradeModel: "small")
        let error = #expect(throws: ConfigurationError.self) {
            try Pipeline(model: ScriptedModel("m")) { BudgetCheck(policy) }
        }
        #expect(
            error?.problems == [
                "BudgetCheck names the model \"small\", which the pipeline does not have",
                "BudgetCheck needs a layer of the role modelFallback inside it",
            ])
    }

    // MARK: Budgets further out

    @Test func `an outer budget is never loosened`() throws {
        let outer = BudgetCheck(BudgetLimit(.tokens(50), per: .day, name: "outer"))
        let bench = try TestBench(outer, inside: [BudgetCheck(BudgetLimit(.tokens(10_000), per: .day, name: "inner"))])
        #expect(try bench.error(of: .words(30, maximumResponse: 30))?.message.hasPrefix("\"outer\" has 50") == true)
        try bench.ask(.words(20, maximumResponse: 10))
        #expect(try bench.status()?.spent == .tokens(21))
        #expect(try bench.status()?.held == .tokens(0))
    }

    @Test func `a refusal by the inner budget gives the outer hold back`() throws {
        let outer = BudgetCheck(BudgetLimit(.tokens(10_000), per: .day, name: "outer"))
        let bench = try TestBench(outer, inside: [BudgetCheck(BudgetLimit(.tokens(50), per: .day, name: "inner"))])
        #expect(try bench.error(of: .words(30, maximumResponse: 30))?.message.hasPrefix("\"inner\" has 50") == true)
        #expect(try bench.status()?.held == .tokens(0))
        #expect(try bench.status()?.spent == .tokens(0))
        #expect(outer.statistics().lostReservations == 0)
    }

    @Test func `a call that may spend nothing stays so, and an outer maximum stays`() throws {
        for allowance in [CallBudget.Allowance.freeOnly(until: nil), .upTo(TokenSpend(tokens: 0))] {
            let seen = Shared<CallBudget.Allowance?>(nil)
            let outer = Layer { request, context, next in
                var context = context
                context.budget.allowance = allowance
                return try await next(request, context)
            }
            let inner = Layer { request, context, next in
                seen.change { $0 = context.budget.allowance }
                return try await next(request, context)
            }
            let simulation = Simulation()
            let pipeline = try Pipeline(model: ScriptedModel("gpt-4o")) {
                outer
                BudgetCheck(limit)
                inner
            }.running(on: simulation)
            #expect(throws: ChatError.self) { try simulation.run { try await pipeline.respond(to: "hi") } }
            #expect(seen.value == allowance)
        }
    }
}

/// A layer with the role of ModelFallback, whose `respond` is a closure.
struct RolePlay: Middleware {
    let body: @Sendable (ChatRequest, CallContext, Next) async throws -> Reply

    init(body: @escaping @Sendable (ChatRequest, CallContext, Next) async throws -> Reply) { self.body = body }

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await body(request, context, next)
    }

    var layerDescription: LayerDescription { LayerDescription(role: .modelFallback, name: "RolePlay") }
}
