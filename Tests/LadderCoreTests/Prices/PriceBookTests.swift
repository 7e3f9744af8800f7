@testable import LadderCore
import LadderJSON
import Testing

struct PriceBookTests {
    @Test func `the built-in book has no fault and says its day`() throws {
        let book = try PriceBook(parsing: PriceBook.builtInText)
        #expect(book == .builtIn)
        #expect(book.date == "2025-12-01")
        #expect(book.problems.isEmpty)
        #expect(book.prices.count == 25)
        for (model, price) in book.prices {
            for rates in [price.rates, price.batch].compactMap(\.self) + price.tiers.map(\.rates) {
                #expect(rates.input > .zero && rates.output > rates.input && rates.cacheRead <= rates.input, "\(model)")
            }
            #expect(price.tiers.allSatisfy { $0.rates.input > price.rates.input })
            if let batch = price.batch { #expect(batch.input.multiplied(by: 2) == price.rates.input, "\(model)") }
        }
    }

    @Test(arguments: [
        ("gpt-4o", "gpt-4o"), ("gpt-4o-2024-08-06", "gpt-4o"), ("gpt-4o-mini-2024-07-18", "gpt-4o-mini"),
        ("claude-sonnet-4-5-20250929", "claude-sonnet-4-5"), ("claude-sonnet-4-5@20250929", "claude-sonnet-4-5"),
        ("claude-sonnet-4-20250514", "claude-sonnet-4"), ("gpt-4.1-nano-2025-04-14", "gpt-4.1-nano"),
        ("gpt-4o-2024-05-13", "gpt-4o-2024-05-13"),
    ])
    func `a dated release has the price of its model unless it has its own`(name: String, model: String) {
        #expect(PriceBook.builtIn.price(of: name) == PriceBook.builtIn.prices[model])
        #expect(PriceBook.builtIn.price(of: name) != nil)
    }

    @Test func `the release that was dearer keeps its own price`() {
        #expect(PriceBook.builtIn.cost(of: Usage(inputTokens: 1_000_000), model: "gpt-4o-2024-05-13") == .dollars(5))
        #expect(PriceBook.builtIn.cost(of: Usage(inputTokens: 1_000_000), model: "gpt-4o-2024-11-20") == Money("2.50"))
    }

    @Test(arguments: [
        "", "-", "-2024-08-06", "2024-08-06", "gpt-4o-2024-13-06", "gpt-4o-2024-08-32", "gpt-4o-2024-00-06",
        "gpt-4o-1999-08-06", "gpt-4o-20241301", "gpt-4o-2024-8-6", "gpt-4o-0806", "gpt-4o-latest", "gpt-4o-preview",
        "GPT-4o", "gpt-4o ", "gpt-4o-2024-08-06-2024-08-06", "gpt-4o-audio-preview-2024-12-17", "chatgpt-4o-latest",
        "gpt-4o2024-08-06", "gpt-4o@2024-08-06", "gpt-4o-2024/08/06", "gpt-4o-２024-08-06", "é-20250101", "gpt-4",
    ])
    func `no other name is guessed`(name: String) {
        #expect(PriceBook.builtIn.price(of: name) == nil)
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
        let book = PriceBook(date: "d", prices: ["x\"y": ModelPrice(TokenRates(input: odd, output: .zero))])
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
    }

    @Test func `every fault of a file is told with its path`() {
        let text = """
            {"day": "x", "models": {
                "gpt-4.1": {"input": "abc", "output": -1, "cacheread": 1},
                "b": {"output": "0.0000001", "input": null, "batch": 3},
                "c": {"input": 1, "output": 1, "tiers": [
                    {"input": 1, "output": 1}, {"aboveInputTokens": 5, "input": 1, "output": 1},
                    {"aboveInputTokens": 5, "input": 1, "output": true}, {"aboveInputTokens": 0, "input": 1, "output": 1},
                    {"aboveInputTokens": 5, "input": 2, "output": 2}]},
                "d": 7}}
            """
        let rate = "expected dollars per million tokens such as \"2.50\", with at most six decimals"
        let error = #expect(throws: InvalidJSONDocument.self) { try PriceBook(parsing: text) }
        #expect(
            error?.problems == [
                "$.day is not known here; expected \"date\", \"models\"",
                "$.date is missing; expected a string",
                "$.models.b.input is missing; \(rate)",
                "$.models.b.output is \"0.0000001\"; \(rate)",
                "$.models.c.tiers[0].aboveInputTokens is missing; expected a whole number ≥ 1",
                "$.models.c.tiers[2].output is true; \(rate)",
                "$.models.c.tiers[3].aboveInputTokens is 0; expected a whole number ≥ 1",
                "$.models.c.tiers has two tiers above 5 tokens",
                "$.models.d is 7; expected an object",
                "$.models[\"gpt-4.1\"].cacheread is not known here; expected \"batch\", \"cacheRead\", \"cacheWrite\", "
                    + "\"input\", \"longCacheWrite\", \"output\", \"tiers\"",
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
            TokenRates(input: .zero, output: less),
            batch: TokenRates(input: less, output: .zero, cacheRead: .zero, cacheWrite: .zero),
            tiers: [
                PriceTier(aboveInputTokens: 0, rates: TokenRates(input: .zero, output: .zero)),
                PriceTier(aboveInputTokens: 0, rates: TokenRates(input: .zero, output: less)),
            ])
        #expect(
            PriceBook(date: "", prices: ["m": price]).problems == [
                "PriceBook.prices[\"m\"].output is -$0.01; allowed $0.00 or more",
                "PriceBook.prices[\"m\"].batch.input is -$0.01; allowed $0.00 or more",
                "PriceBook.prices[\"m\"].tiers[0].aboveInputTokens is 0; allowed 1 or more",
                "PriceBook.prices[\"m\"].tiers[1].aboveInputTokens is 0; allowed 1 or more",
                "PriceBook.prices[\"m\"].tiers[1].aboveInputTokens is 0, like another tier's",
                "PriceBook.prices[\"m\"].tiers[1].output is -$0.01; allowed $0.00 or more",
            ])
        #expect(TokenRates(dollarsPerMillion: "1.0000001", output: "1") == nil)
    }

    @Test func `amounts are read from text and numbers, and faults are told`() {
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
