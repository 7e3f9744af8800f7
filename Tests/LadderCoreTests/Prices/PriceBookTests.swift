@testable import LadderCore
import LadderJSON
import Testing

struct PriceBookTests {
    @Test func `the built-in book has no fault and has its date`() throws {
        let book = try PriceBook(parsing: PriceBook.builtInText)
        #expect(book == .builtIn)
        #expect(book.date == "2026-11-27")
        #expect(book.problems.isEmpty)
        #expect(book.prices.count == 94)
        for (model, price) in book.prices {
            let services = [price.serviceRates] + price.tiers.map(\.serviceRates)
            for rates in [price.rates] + price.tiers.map(\.rates) + services.flatMap(\.values) {
                #expect(rates.input > .zero && rates.output >= rates.input, "\(model)")
                #expect(rates.cacheRead <= rates.input && rates.cacheWrite >= rates.input, "\(model)")
                #expect(rates.longCacheWrite >= rates.cacheWrite && rates.reasoning == rates.output, "\(model)")
            }
            #expect(price.tiers.allSatisfy { $0.rates.input > price.rates.input })
            for service in [ServiceTier.batch, .flex] {
                if let rates = price.serviceRates[service] { #expect(rates.input < price.rates.input, "\(model)") }
            }
            if let rates = price.serviceRates[.priority] { #expect(rates.input > price.rates.input, "\(model)") }
            #expect(price.contextWindow.map { 4_096...2_000_000 ~= $0 } == true, "\(model)")
        }
    }

    @Test func `prices are added, replaced, removed and merged`() throws {
        let rates = try #require(TokenRates(dollarsPerMillion: "1", output: "2"))
        var book = PriceBook.builtIn
        book.prices["ours"] = ModelPrice(rates)
        #expect(book.cost(of: Usage(inputTokens: 1_000_000), model: "ours-2026-01-01") == .dollars(1))
        book.prices["gpt-4o"] = nil
        #expect(book.price(of: "gpt-4o-2024-08-06") == nil)
        let merged = PriceBook.builtIn.merging(PriceBook(date: "2026-02-03", prices: ["o3": ModelPrice(rates)]))
        #expect(merged.date == "2026-02-03")
        #expect(merged.price(of: "o3")?.rates == rates)
        #expect(merged.price(of: "gpt-4o") == PriceBook.builtIn.price(of: "gpt-4o"))
    }

    @Test func `a book survives being written and read`() throws {
        #expect(try PriceBook(json: PriceBook.builtIn.json) == .builtIn)
        #expect(try PriceBook(parsing: PriceBook.builtIn.json.text) == .builtIn)
        let odd = Money(picodollars: .max)
        let rates = TokenRates(
            input: odd, output: .zero, reasoning: Money(picodollars: 1), cacheRead: .zero,
            cacheWrite: Money(picodollars: 2), longCacheWrite: Money(picodollars: 3))
        let services = Dictionary(uniqueKeysWithValues: ServiceTier.allCases.map { ($0, rates) })
        let price = ModelPrice(
            rates, serviceRates: services,
            tiers: [
                PriceTier(aboveInputTokens: 7, rates: rates, serviceRates: services),
                PriceTier(aboveInputTokens: 8, rates: TokenRates(input: odd, output: .zero)),
            ], contextWindow: 9, maximumOutputTokens: 10)
        let book = PriceBook(date: "d", prices: ["x\"y": price])
        #expect(try PriceBook(parsing: book.json.text) == book)
    }

    @Test func `prices may be text or numbers, and cache prices may be left out`() throws {
        let text =
            #"{"date": "d", "models": {"a": {"input": 2.5, "output": 10}, "b": {"input": "2.50", "output": "10"}}}"#
        let book = try PriceBook(parsing: text)
        #expect(book.prices["a"] == book.prices["b"])
        #expect(book.prices["a"]?.rates.longCacheWrite == Money(picodollars: 2_500_000))
        let write = TokenRates(dollarsPerMillion: "1", output: "1", cacheWrite: "2")
        #expect(write?.longCacheWrite == write?.cacheWrite)
        #expect(write?.reasoning == write?.output)
    }

    @Test func `every fault of a file is reported with its path`() {
        let text = """
            {"day": "x", "models": {
                "gpt-4.1": {"input": "abc", "output": -1, "cacheread": 1},
                "b": {"output": "0.0000001", "input": null, "batch": 3},
                "c": {"input": 1, "output": 1, "tiers": [
                    {"input": 1, "output": 1}, {"aboveInputTokens": 5, "input": 1, "output": 1},
                    {"aboveInputTokens": 5, "input": 1, "output": true}, {"aboveInputTokens": 0, "input": 1, "output": 1},
                    {"aboveInputTokens": 5, "input": 2, "output": 2}]},
                "d": 7,
                "e": {"input": 1, "output": 1, "contextWindow": 0, "maximumOutputTokens": 2.5}}}
            """
        let rate = "expected dollars per million tokens such as \"2.50\", with at most six decimals"
        let error = #expect(throws: InvalidJSONDocument.self) { try PriceBook(parsing: text) }
        #expect(
            error?.problems == [
                "$.day is not known here; expected \"date\", \"models\"",
                "$.date is missing; expected a string",
                "$.models.b.input is missing; \(rate)",
                "$.models.b.output is \"0.0000001\"; \(rate)",
                "$.models.b.batch is 3; expected an object",
                "$.models.c.tiers[0].aboveInputTokens is missing; expected a whole number ≥ 1",
                "$.models.c.tiers[2].output is true; \(rate)",
                "$.models.c.tiers[3].aboveInputTokens is 0; expected a whole number ≥ 1",
                "$.models.c.tiers has two tiers above 5 tokens",
                "$.models.d is 7; expected an object",
                "$.models.e.contextWindow is 0; expected a whole number ≥ 1",
                "$.models.e.maximumOutputTokens is 2.5; expected a whole number ≥ 1",
                "$.models[\"gpt-4.1\"].cacheread is not known here; expected \"batch\", \"cacheRead\", \"cacheWrite\", "
                    + "\"contextWindow\", \"flex\", \"input\", \"longCacheWrite\", \"maximumOutputTokens\", "
                    + "\"output\", \"priority\", \"reasoning\", \"tiers\"",
                "$.models[\"gpt-4.1\"].input is \"abc\"; \(rate)",
                "$.models[\"gpt-4.1\"].output is -1; \(rate)",
            ])
        #expect(throws: InvalidJSONDocument(problems: ["line 1, column 2: expected a key in quotation marks"])) {
            try PriceBook(parsing: "{")
        }
    }

    @Test func `prices made in code are checked`() {
        let less = Money("-0.01") ?? .zero
        let price = ModelPrice(
            TokenRates(input: .zero, output: less, reasoning: less),
            serviceRates: [
                .batch: TokenRates(input: less, output: .zero, cacheRead: .zero, cacheWrite: .zero),
                .priority: TokenRates(input: .zero, output: .zero),
            ],
            tiers: [
                PriceTier(aboveInputTokens: 0, rates: TokenRates(input: .zero, output: .zero)),
                PriceTier(aboveInputTokens: 0, rates: TokenRates(input: .zero, output: less, reasoning: .zero)),
            ], contextWindow: 0, maximumOutputTokens: -1)
        #expect(
            PriceBook(date: "", prices: ["m": price]).problems == [
                "PriceBook.prices[\"m\"].output is -$0.01; allowed $0.00 or more",
                "PriceBook.prices[\"m\"].reasoning is -$0.01; allowed $0.00 or more",
                "PriceBook.prices[\"m\"].serviceRates[.batch].input is -$0.01; allowed $0.00 or more",
                "PriceBook.prices[\"m\"].tiers[0].aboveInputTokens is 0; allowed 1 or more",
                "PriceBook.prices[\"m\"].tiers[1].aboveInputTokens is 0; allowed 1 or more",
                "PriceBook.prices[\"m\"].tiers[1].aboveInputTokens is 0, like another tier's",
                "PriceBook.prices[\"m\"].tiers[1].output is -$0.01; allowed $0.00 or more",
                "PriceBook.prices[\"m\"].contextWindow is 0; allowed 1 or more",
                "PriceBook.prices[\"m\"].maximumOutputTokens is -1; allowed 1 or more",
            ])
        #expect(TokenRates(dollarsPerMillion: "1.0000001", output: "1") == nil)
    }

    @Test func `amounts are read from text and numbers, and faults are reported`() {
        let problems = JSONProblems()
        let document = JSONReader(["a": "0.25", "b": 5, "c": -1, "d": "x", "e": 0.5], problems: problems)
        #expect(document["a"].requiredMoney() == Money("0.25"))
        #expect(document["b"].requiredMoney() == .dollars(5))
        #expect(document["e"].optionalMoney() == Money("0.50"))
        #expect(document["none"].optionalMoney() == nil)
        #expect(problems.isEmpty)
        for key in ["c", "d", "f"] { #expect(document[key].requiredMoney() == nil) }
        #expect(
            problems.all == [
                "$.c is -1; expected an amount in dollars such as \"0.25\"",
                "$.d is \"x\"; expected an amount in dollars such as \"0.25\"",
                "$.f is missing; expected an amount in dollars such as \"0.25\"",
            ])
    }
}
