import LadderTesting
import Testing

@testable import LadderCore

/// A layer with a worst case.
private struct Worse: Middleware {
    let times: Int
    var wait = Duration.zero
    var total: Duration?

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context)
    }

    var layerDescription: LayerDescription {
        let (times, wait, total) = (times, wait, total)
        return LayerDescription(
            role: .custom, name: "Worse",
            options: [LayerOption("times", value: "\(times)"), LayerOption("colour", value: "red")]
        ) { inner in
            var worst = inner.repeated(times)
            worst.wait += wait
            worst.time = total ?? worst.time
            return worst
        }
    }
}

@Suite struct WorstCaseTests {
    private let request = ChatRequest(
        messages: [.user("a b c d")], options: ModelOptions(maximumResponseTokens: 100))

    private func book(_ prices: String) throws -> PriceBook {
        try PriceBook(parsing: #"{"date": "2026-01-01", "models": "# + prices + "}")
    }

    @Test func `layers multiply, within the call's own limits`() throws {
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            Worse(times: 2, wait: .seconds(5))
            Worse(times: 2, wait: .seconds(1), total: .seconds(30))
        }
        let worst = pipeline.worstCase()
        #expect(worst == WorstCase(attempts: 4, wait: .seconds(7), time: .seconds(60)))
        let limited = try pipeline.limited(attempts: 3, timeLimit: .seconds(6)).worstCase()
        #expect(limited == WorstCase(attempts: 3, wait: .seconds(6), time: .seconds(6)))
    }

    @Test func `the cost is that of every attempt at the most expensive model`() throws {
        // Dollars for a million tokens: four words in, a hundred tokens out.
        let prices = try book(#"{"cheap": {"input": "1", "output": "1"}, "dear": {"input": "10", "output": "20"}}"#)
        let pipeline = try Pipeline(models: [ScriptedModel("cheap"), ScriptedModel("dear")]) { Worse(times: 3) }
            .priced(by: prices)
        let one = try #require(prices.price(of: "dear")?.worstCost(inputTokens: 4, maximumOutputTokens: 100))
        #expect(pipeline.worstCase(for: request).cost == one.multiplied(by: 3))
        #expect(try pipeline.limited(attempts: 2).worstCase(for: request).cost == one.multiplied(by: 2))
    }

    @Test func `an unknown cost is nil`() throws {
        let prices = try book(#"{"cheap": {"input": "1", "output": "1"}}"#)
        let both = try Pipeline(models: [ScriptedModel("cheap"), ScriptedModel("unknown")]).priced(by: prices)
        #expect(both.worstCase(for: request).cost == nil)
        #expect(both.explain(for: request).hasSuffix("cost unknown"))
        let one = try Pipeline(model: ScriptedModel("cheap")).priced(by: prices)
        #expect(one.worstCase(for: ChatRequest("no limit")).cost == nil)
        #expect(one.worstCase().cost == nil)
    }

    @Test func `repeating saturates`() {
        let worst = WorstCase(attempts: .max, wait: .seconds(Int64.max), time: .seconds(1), cost: .maximum)
        let twice = worst.repeated(.max)
        #expect(twice.attempts == .max)
        #expect(twice.wait == .nanoseconds(Int64.max))
        #expect(twice.time == .nanoseconds(Int64.max))
        #expect(twice.cost == .maximum)
        #expect(WorstCase().repeated(-5) == WorstCase())
    }

    @Test func `explain names layers, options, models and the worst case`() throws {
        let pipeline = try Pipeline(models: [ScriptedModel("one"), ScriptedModel("two")]) {
            Worse(times: 2, wait: .seconds(3))
            Again()
        }
        #expect(
            pipeline.explain() == """
                Worse: times 2, colour red
                Again
                models: one, two
                limits: 6 attempts, no deadline unless a call brings one
                worst case: 2 attempts, 3 s of waiting, no limit in time
                """)
    }
}
