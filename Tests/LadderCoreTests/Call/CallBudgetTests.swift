import LadderTesting
import Testing

@testable import LadderCore

@Suite struct CallBudgetTests {
    private func layer(_ allowance: CallBudget.Allowance) -> Layer {
        Layer { request, context, next in
            var context = context
            context.budget.allowance = allowance
            return try await next(request, context)
        }
    }

    private let usage = Usage(inputTokens: 10, outputTokens: 10)

    private func model(_ name: String) -> ScriptedModel {
        var error = ChatError(.overloaded)
        error.usage = usage
        return ScriptedModel(name, .fail(error))
    }

    private func ask(_ model: ScriptedModel, under allowance: CallBudget.Allowance) throws -> ChatError? {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: model) {
            layer(allowance)
            Again(times: 5)
        }.running(on: simulation)
        return #expect(throws: ChatError.self) { try simulation.run { try await pipeline.respond(to: "hi") } }
    }

    @Test func `an empty budget asks no model and states until when`() throws {
        let until = WallTime(secondsSince1970: 9)
        let model = model("gpt-4o")
        let error = try ask(model, under: .freeOnly(until: until))
        #expect(error?.kind == .budgetExhausted(resets: until))
        #expect(error?.lastRealError == nil)
        #expect(model.attempts.isEmpty)
    }

    @Test(arguments: [(0, 0), (1, 1), (20, 1), (21, 2), (40, 2), (99, 5)])
    func `tokens are counted over all attempts`(limit: Int, asks: Int) throws {
        let model = model("gpt-4o")
        let error = try ask(model, under: .upTo(TokenSpend(tokens: limit)))
        #expect(model.attempts.count == asks)
        #expect(error?.kind == (asks < 5 ? .budgetExhausted(resets: nil) : .overloaded))
        #expect(error?.lastRealError?.kind == (asks < 5 && asks > 0 ? .overloaded : nil))
    }

    @Test func `money is counted over all attempts`() throws {
        let price = try #require(PriceBook.builtIn.cost(of: usage, model: "gpt-4o"))
        for (limit, asks) in [(Money.zero, 0), (price, 1), (price + price, 2), (.maximum, 5)] {
            let model = model("gpt-4o")
            _ = try ask(model, under: .upTo(TokenSpend(money: limit)))
            #expect(model.attempts.count == asks)
        }
    }

    @Test func `after an attempt with an unknown price no second one is made`() throws {
        let model = model("of-unknown-price")
        let error = try ask(model, under: .upTo(TokenSpend(money: .dollars(100))))
        #expect(model.attempts.count == 1)
        #expect(error?.kind == .budgetExhausted(resets: nil))
    }

    @Test func `a refusal by the account ends the call with the last error of a model beneath`() throws {
        let simulation = Simulation()
        let model = model("gpt-4o")
        // One attempt is held at 4,096 tokens and its prompt, and settled at 20.
        let account = LedgerAccount(tokens: 4_110)
        let pipeline = try Pipeline(model: model) {
            Spending(account)
            Again(times: 5)
        }.running(on: simulation)
        let error = #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.respond(to: "hi") }
        }
        #expect(error?.kind == .budgetExhausted(resets: nil))
        #expect(error?.stage == "budget")
        #expect(error?.lastRealError?.kind == .overloaded)
        #expect(model.attempts.count == 1)
        #expect(account.balance.spentTokens == 20)
        #expect(account.balance.openReservations == 0)
    }

    @Test func `a ledger that throws counts as a refusal`() throws {
        struct Gone: Error {}
        let simulation = Simulation()
        let model = ScriptedModel("m")
        let account = LedgerAccount { throw Gone() }
        let pipeline = try Pipeline(model: model) { Spending(account) }.running(on: simulation)
        let error = #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.respond(to: "hi") }
        }
        #expect(error?.kind == .budgetExhausted(resets: nil))
        #expect(error?.underlying is Gone)
        #expect(model.attempts.isEmpty)
    }

    @Test func `a slow ledger is abandoned at the limit, and its late reservation is released`() throws {
        let simulation = Simulation()
        let model = ScriptedModel("m")
        let account = LedgerAccount {
            // Ignores cancellation.
            await withCheckedContinuation { continuation in
                _ = simulation.spawn("ledger") {
                    try? await simulation.sleep(until: Instant(sinceOrigin: .seconds(60)))
                    continuation.resume()
                }
            }
        }
        let pipeline = try Pipeline(model: model) {
            Spending(account)
            Limits(total: .seconds(5))
        }.running(on: simulation)
        let (kind, at) = try simulation.run { () -> (ChatError.Kind?, Instant) in
            do {
                _ = try await pipeline.respond(to: "hi")
                return (nil, simulation.now)
            } catch { return ((error as? ChatError)?.kind, simulation.now) }
        }
        #expect(kind == .budgetExhausted(resets: nil), "the ledger was late, not the model")
        #expect(at == Instant(sinceOrigin: .seconds(5)))
        #expect(model.attempts.isEmpty)
        #expect(account.balance.reservations == 1)
        #expect(account.balance.openReservations == 0)
        #expect(account.balance.spentTokens == 0)
        #expect(simulation.alive.isEmpty)
    }

    // MARK: What a call cost

    @Test func `an unknown price is nil, and an answer without a model costs nothing`() throws {
        let simulation = Simulation()
        let known = try Pipeline(
            model: ScriptedModel(
                "gpt-4o",
                .reply(
                    Completion(
                        content: [.text("a")], usage: Usage(inputTokens: 1_000, outputTokens: 200, cacheReadTokens: 400)
                    )))
        )
        .running(on: simulation)
        let unknown = try Pipeline(model: ScriptedModel("of-unknown-price")).running(on: simulation)
        let written = try Pipeline(model: ScriptedModel("of-unknown-price")) {
            Layer { _, _, _ in Reply(level: .staticFAQ, model: "", Completion("written")) }
        }.running(on: simulation)
        let costs = try simulation.run {
            [
                try await known.respond(to: "hi").cost, try await unknown.respond(to: "hi").cost,
                try await written.respond(to: "hi").cost,
            ]
        }
        #expect(costs == [Money("0.004"), nil, .zero])
    }

    @Test func `failed attempts that used tokens are part of the cost`() throws {
        let simulation = Simulation()
        var error = ChatError(.overloaded)
        error.usage = usage
        let model = ScriptedModel("gpt-4o", .fail(error), .reply(Completion(content: [.text("a")], usage: usage)))
        let pipeline = try Pipeline(model: model) { Again() }.running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        let price = try #require(PriceBook.builtIn.cost(of: usage, model: "gpt-4o"))
        #expect(answer.cost == price + price)
        #expect(answer.usage == usage)
    }
}
