import LadderBudgetCheck
import LadderCore
import LadderTesting
import Testing

/// The uses that the names of the limits were chosen for.
struct SentenceTests {
    @Test func `each user has 100,000 tokens a day, and bob has 50,000`() throws {
        let bench = try TestBench(
            BudgetCheck(
                BudgetLimit(.tokens(100_000), each: .user, per: .day).allowing(.tokens(50_000), for: [.user: "bob"])),
            model: ScriptedModel("gpt-4o", .using(input: 400, output: 80)))
        // The estimate of the attempt is 500 tokens, it uses 480.
        try bench.ask(.words(400, maximumResponse: 100), as: "alice")
        #expect(try bench.status(of: "alice")?.limit == .tokens(100_000))
        #expect(try bench.status(of: "alice")?.remaining == .tokens(99_520))
        #expect(try bench.status(of: "bob")?.limit == .tokens(50_000))
        #expect(try bench.status(of: "bob")?.remaining == .tokens(50_000))
    }

    @Test func `bob at 48,000 has 2,000 left, and 500 pass`() throws {
        let bench = try TestBench(
            BudgetCheck(
                BudgetLimit(.tokens(100_000), each: .user, per: .day).allowing(.tokens(50_000), for: [.user: "bob"])),
            model: ScriptedModel("gpt-4o", .using(input: 47_900, output: 100), .using(input: 400, output: 100)))
        try bench.ask(.words(47_900, maximumResponse: 100), as: "bob")
        #expect(try bench.status(of: "bob")?.remaining == .tokens(2_000))
        try bench.ask(.words(400, maximumResponse: 100), as: "bob")
        #expect(try bench.status(of: "bob")?.remaining == .tokens(1_500))
        let error = try #require(try bench.error(of: .words(1_400, maximumResponse: 101), as: "bob"))
        #expect(error.description.contains("has 1,500 tokens left, the attempt may need 1,501 tokens"))
        #expect(!error.description.contains("bob"), "values of a scope stay out of errors")
    }

    @Test func `the chat feature has 1,000,000 tokens a day`() throws {
        let bench = try TestBench(
            BudgetCheck(BudgetLimit(.tokens(1_000_000), per: .day, only: [.feature: "chat"])),
            model: ScriptedModel("gpt-4o", .using(input: 999_000, output: 1_000)))
        try bench.ask(.words(10), as: "alice", feature: "search")
        #expect(try bench.status(feature: "chat")?.remaining == .tokens(1_000_000))
        #expect(try bench.status(feature: "search") == nil)
        try bench.ask(.words(10), as: "alice", feature: "chat")
        #expect(try bench.status(of: "bob", feature: "chat")?.isExhausted == true)
        #expect(try bench.error(as: "bob", feature: "chat")?.kind.kindName == .budgetExhausted)
        #expect(try bench.error(as: "bob", feature: "search") == nil)
    }

    @Test func `each user has 10 requests a minute`() throws {
        let bench = try TestBench(
            BudgetCheck(BudgetLimit(.requests(10), each: .user, per: .rolling(.seconds(60)))))
        for _ in 1...10 { try bench.ask(as: "alice") }
        #expect(try bench.status(of: "alice")?.remaining == .requests(0))
        #expect(try bench.error(as: "alice")?.kind.kindName == .budgetExhausted)
        try bench.ask(as: "bob")
        try bench.simulation.run { try await bench.simulation.sleep(for: .seconds(62)) }
        try bench.ask(as: "alice")
    }

    @Test func `each tenant has 20 dollars a day`() throws {
        let limit = BudgetLimit(.money(.dollars(20)), each: .tenant, per: .day)
        #expect(limit.name == "money each tenant per day in UTC")
        let usage = Usage(inputTokens: 1_000_000, outputTokens: 0)
        let bench = try TestBench(
            BudgetCheck(limit), model: ScriptedModel("gpt-4o", .reply(Completion("ok", usage: usage))))
        try bench.ask(.words(10), tenant: "acme")
        #expect(try bench.status(tenant: "acme")?.spent == .money(Money("2.50") ?? .zero))
        #expect(try bench.status(tenant: "acme")?.remaining == .money(Money("17.50") ?? .zero))
        #expect(try bench.status(tenant: "other")?.spent == .money(.zero))
    }
}
