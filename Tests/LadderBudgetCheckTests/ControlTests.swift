import LadderBudgetCheck
import LadderCore
import LadderTesting
import Testing

/// The status of limits, and limits that change while calls run.
struct ControlTests {
    private let perUser = BudgetLimit(.tokens(1_000), each: .tenant, .user, per: .day, name: "user")
        .allowing(.tokens(500), for: [.user: "bob"])

    private func bench() throws -> TestBench {
        try TestBench(
            BudgetCheck(perUser, BudgetLimit(.requests(10), per: .rolling(.seconds(60)), name: "requests")),
            model: ScriptedModel("gpt-4o", .using(input: 300, output: 100)))
    }

    @Test func `the status shows limit, spent, remaining and reset of every limit that applies`() throws {
        let bench = try bench()
        try bench.ask(.words(300, maximumResponse: 100), as: "bob", tenant: "acme")
        let states = try bench.simulation.run {
            try await bench.budget.status(for: CallScope(tenant: "acme", user: "bob"))
        }
        #expect(
            states.map(\.description) == [
                "user: 100 tokens of 500 tokens left", "requests: 9 requests of 10 requests left",
            ])
        #expect(states[0].isSoftReached)
        #expect(!states[0].isExhausted)
        #expect(states[0].resets == WallTime(secondsSince1970: 1_767_312_000))
        #expect(states[0].held == .tokens(0))
        #expect(states[0].overspent == .tokens(0))
        // The same user of another tenant has an account of its own.
        #expect(try bench.status(of: "bob", tenant: "other")?.spent == .tokens(0))
    }

    @Test func `without a model, limits that depend on it are left out`() throws {
        let bench = try TestBench(
            BudgetCheck(
                BudgetLimit(.tokens(10), each: .model, per: .day, name: "each"),
                BudgetLimit(.tokens(10), per: .day, only: [.model: "gpt-4o"], name: "only")))
        let (none, some, other) = try bench.simulation.run {
            (
                try await bench.budget.status(for: CallScope()),
                try await bench.budget.status(for: CallScope(), model: "gpt-4o"),
                try await bench.budget.status(for: CallScope(), model: "other")
            )
        }
        #expect(none.isEmpty)
        #expect(some.map(\.name) == ["each", "only"])
        #expect(other.map(\.name) == ["each"])
    }

    @Test func `a limit set for one account keeps what was spent`() throws {
        let bench = try bench()
        let (budget, simulation) = (bench.budget, bench.simulation)
        try bench.ask(.words(300, maximumResponse: 100), as: "bob", tenant: "acme")
        try simulation.run {
            try await budget.setLimit(.tokens(2_000), of: "user", for: [.user: "bob", .tenant: "acme"])
        }
        #expect(try bench.status(of: "bob", tenant: "acme")?.limit == .tokens(2_000))
        #expect(try bench.status(of: "bob", tenant: "acme")?.spent == .tokens(400))
        #expect(try bench.status(of: "bob", tenant: "other")?.limit == .tokens(500))
        try simulation.run { try await budget.setLimit(nil, of: "user", for: [.user: "bob", .tenant: "acme"]) }
        #expect(try bench.status(of: "bob", tenant: "acme")?.remaining == .tokens(100))
    }

    @Test func `a limit set for all keeps exceptions and what was spent`() throws {
        let bench = try bench()
        try bench.ask(.words(300, maximumResponse: 100), as: "alice")
        try bench.budget.setLimit(.tokens(450), of: "user")
        #expect(try bench.status(of: "alice")?.remaining == .tokens(50))
        #expect(try bench.status(of: "bob")?.limit == .tokens(500))
        #expect(try bench.error(of: .words(50, maximumResponse: 10), as: "alice") != nil)
        try bench.budget.setLimit(nil, of: "user")
        #expect(try bench.status(of: "alice")?.remaining == .tokens(600))
    }

    @Test func `a change that fits no limit is refused`() throws {
        let bench = try bench()
        let budget = bench.budget
        try bench.simulation.run {
            let unknown = await #expect(throws: ConfigurationError.self) {
                try await budget.setLimit(.tokens(1), of: "none", for: [:])
            }
            #expect(unknown?.problems == ["BudgetCheck has no limit named \"none\""])
            let unit = await #expect(throws: ConfigurationError.self) {
                try await budget.setLimit(.requests(1), of: "user", for: [.user: "bob", .tenant: "acme"])
            }
            #expect(unit?.problems == ["\"user\" cannot be set to 1 request"])
            let values = await #expect(throws: ConfigurationError.self) {
                try await budget.setLimit(.tokens(1), of: "user", for: [.user: "bob"])
            }
            #expect(values?.problems == ["\"user\" needs a value for each of: tenant, user"])
        }
        #expect(throws: ConfigurationError.self) { try budget.setLimit(.tokens(-1), of: "user") }
    }

    @Test func `values cannot be chosen so that two users share an account`() throws {
        let bench = try TestBench(
            BudgetCheck(BudgetLimit(.tokens(1_000), each: .tenant, .user, per: .unlimited, name: "a/b=c%")),
            model: ScriptedModel("gpt-4o", .using(input: 300, output: 100)))
        try bench.ask(.words(300, maximumResponse: 100), as: "y", tenant: "x/user=z")
        for (tenant, user) in [("x", "z/user=y"), ("x%2Fuser=z", "y"), ("x", "z"), ("x/user=z/user=y", "")] {
            #expect(try bench.status(of: user, tenant: tenant)?.spent == .tokens(0))
        }
        #expect(try bench.status(of: "y", tenant: "x/user=z")?.spent == .tokens(400))
    }

    @Test func `a rehearsal in virtual time leaves the live budget alone`() async throws {
        let budget = BudgetCheck(BudgetLimit(.tokens(1_000), per: .unlimited))
        let pipeline = try Pipeline(model: ScriptedModel("gpt-4o", .using(input: 300, output: 100))) { budget }
        let simulation = Simulation()
        let rehearsal = pipeline.running(on: simulation)
        try simulation.run { _ = try await rehearsal.respond(to: .words(300, maximumResponse: 100)) }
        #expect(try await budget.status(for: CallScope(), on: .live)[0].spent == .tokens(0))
        #expect(budget.report(on: .live).total.calls == 0)
        #expect(budget.report(on: simulation.runtime).total.calls == 1)
    }

    @Test func `of several exceptions that match, the last one counts`() throws {
        let limit = BudgetLimit(.tokens(1), each: .tenant, .user, per: .day)
            .allowing(.tokens(10), for: [.tenant: "acme"])
            .allowing(.tokens(100), for: [.tenant: "acme", .user: "bob"])
        let bench = try TestBench(BudgetCheck(limit))
        #expect(try bench.status(of: "alice", tenant: "other")?.limit == .tokens(1))
        #expect(try bench.status(of: "alice", tenant: "acme")?.limit == .tokens(10))
        #expect(try bench.status(of: "bob", tenant: "acme")?.limit == .tokens(100))
        #expect(try bench.status(of: "bob", tenant: "other")?.limit == .tokens(1))
    }

    @Test func `tags count apart`() throws {
        let simulation = Simulation()
        let budget = BudgetCheck(BudgetLimit(.tokens(500), each: .tag("plan"), per: .day))
        let pipeline = try Pipeline(model: ScriptedModel("gpt-4o", .using(input: 300, output: 100))) { budget }
            .running(on: simulation)
        let free = CallScope(tags: ["plan": "free"])
        let states = try simulation.run {
            let request = ChatRequest.words(300, maximumResponse: 100)
            _ = try await pipeline.respond(to: request, options: CallOptions(scope: free))
            return [
                try await budget.status(for: free)[0],
                try await budget.status(for: CallScope(tags: ["plan": "paid"]))[0],
            ]
        }
        #expect(states.map(\.spent) == [.tokens(400), .tokens(0)])
        #expect(budget.report().rows(by: .tag("plan")).map(\.value) == ["free"])
    }
}
