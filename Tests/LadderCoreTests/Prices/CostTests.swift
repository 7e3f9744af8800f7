import LadderCore
import LadderTesting
import Testing

struct CostTests {
    private static let examples: [(model: String, usage: Usage, cost: String)] = [
        ("gpt-4o", Usage(inputTokens: 1_000, outputTokens: 200, cacheReadTokens: 400), "0.0040"),
        (
            "claude-sonnet-4-5",
            Usage(inputTokens: 12_500, outputTokens: 300, cacheReadTokens: 10_000, cacheWriteTokens: 2_000), "0.0165"
        ),
        ("gemini-2.5-flash", Usage(inputTokens: 1_000, outputTokens: 500, reasoningTokens: 400), "0.00155"),
        ("claude-sonnet-4-5", Usage(inputTokens: 1_000, longCacheWriteTokens: 1_000), "0.006"),
        ("gpt-4o-mini", Usage(inputTokens: 1), "0.00000015"),
        ("gemini-2.5-pro", Usage(inputTokens: 200_000, outputTokens: 100), "0.251"),
        ("gemini-2.5-pro", Usage(inputTokens: 200_001, outputTokens: 100), "0.5015025"),
        ("gemini-2.5-pro", Usage(inputTokens: 200_001, cacheReadTokens: 200_001), "0.05000025"),
        ("gpt-4o", Usage(), "0"),
    ]

    @Test(arguments: examples)
    func `calls cost what the providers' price lists say, exactly`(model: String, usage: Usage, cost: String) {
        #expect(PriceBook.builtIn.cost(of: usage, model: model) == Money(cost))
    }

    @Test func `an unknown model costs nil and never nothing`() {
        #expect(PriceBook.builtIn.cost(of: Usage(inputTokens: 5), model: "unknown-1") == nil)
        #expect(PriceBook.builtIn.worstCost(inputTokens: 5, maximumOutputTokens: 5, model: "unknown-1") == nil)
    }

    @Test func `a service tier has its own price, and the standard one where none is known`() throws {
        let usage = Usage(inputTokens: 1_000_000, outputTokens: 100_000)
        let book = PriceBook.builtIn
        #expect(
            book.cost(of: Usage(inputTokens: 1_000, outputTokens: 100), model: "gpt-4o", serviceTier: .batch)
                == Money("0.00175"))
        #expect(book.cost(of: usage, model: "claude-sonnet-4-5", serviceTier: .batch) == Money("2.25"))
        #expect(book.cost(of: usage, model: "claude-sonnet-4", serviceTier: .batch) == Money("4.125"))
        #expect(book.cost(of: usage, model: "gemini-2.5-pro", serviceTier: .batch) == Money("2.00"))
        #expect(book.cost(of: usage, model: "gemini-2.5-pro", serviceTier: .priority) == Money("7.20"))
        #expect(book.cost(of: usage, model: "gpt-4o-2024-05-13", serviceTier: .batch) == Money("3.25"))
        #expect(book.cost(of: usage, model: "gpt-4o", serviceTier: .priority) == Money("5.95"))
        #expect(book.cost(of: usage, model: "gpt-5", serviceTier: .flex) == Money("1.125"))
        #expect(book.cost(of: usage, model: "claude-3-sonnet", serviceTier: .flex) == Money("4.50"))
        let cheap = try #require(TokenRates(dollarsPerMillion: "1", output: "1"))
        let dear = try #require(TokenRates(dollarsPerMillion: "4", output: "4"))
        let price = ModelPrice(
            dear, serviceRates: [.batch: cheap], tiers: [PriceTier(aboveInputTokens: 10, rates: dear)])
        #expect(price.cost(of: Usage(inputTokens: 10), serviceTier: .batch) == cheap.input.multiplied(by: 10))
        #expect(price.cost(of: Usage(inputTokens: 11), serviceTier: .batch) == dear.input.multiplied(by: 11))
    }

    @Test func `reasoning tokens have their own price, inside the output`() throws {
        let rates = try #require(TokenRates(dollarsPerMillion: "1", output: "2", reasoning: "10"))
        let price = ModelPrice(rates)
        let million = 1_000_000
        #expect(price.cost(of: Usage(outputTokens: 3 * million, reasoningTokens: million)) == .dollars(14))
        #expect(price.cost(of: Usage(outputTokens: million, reasoningTokens: million)) == .dollars(10))
        #expect(price.cost(of: Usage(outputTokens: million, reasoningTokens: 2 * million)) == .dollars(20))
        #expect(price.cost(of: Usage(outputTokens: million, reasoningTokens: -5)) == .dollars(2))
        #expect(price.worstCost(inputTokens: 0, maximumOutputTokens: million) == .dollars(10))
    }

    @Test func `the highest tier that is exceeded prices every token, in whatever order tiers are listed`() throws {
        let rates = try (1...3).map { try #require(TokenRates(dollarsPerMillion: "\($0)", output: "\($0)0")) }
        let tiers = [
            PriceTier(aboveInputTokens: 100, rates: rates[1]), PriceTier(aboveInputTokens: 200, rates: rates[2]),
        ]
        for tiers in [tiers, tiers.reversed()] {
            let price = ModelPrice(rates[0], tiers: tiers)
            for (tokens, tier) in [(0, 0), (100, 0), (101, 1), (200, 1), (201, 2), (Int(1e9), 2)] {
                let cost = price.cost(of: Usage(inputTokens: tokens, outputTokens: 7))
                #expect(cost == rates[tier].input.multiplied(by: tokens) + rates[tier].output.multiplied(by: 7))
            }
        }
    }

    @Test func `parts that exceed the whole are charged and decide the tier`() {
        let book = PriceBook.builtIn
        #expect(book.cost(of: Usage(cacheReadTokens: 1_000_000), model: "gpt-4o") == Money("1.25"))
        #expect(
            book.cost(of: Usage(inputTokens: 5, cacheReadTokens: 300_000), model: "gemini-2.5-pro") == Money("0.075"))
        #expect(book.cost(of: Usage(reasoningTokens: 1_000_000), model: "gpt-4o") == .dollars(10))
    }

    @Test func `absurd counts never trap and never cost less than nothing`() {
        let counts = [Int.min, -1, 0, 1, 200_001, Int.max / 2, Int.max]
        for model in ["gpt-4o", "claude-sonnet-4-5", "gemini-2.5-pro"] {
            for input in counts {
                for part in counts {
                    for other in counts {
                        let usage = Usage(
                            inputTokens: input, outputTokens: part, cacheReadTokens: other, cacheWriteTokens: part,
                            longCacheWriteTokens: other, reasoningTokens: input)
                        let cost = PriceBook.builtIn.cost(of: usage, model: model)
                        #expect(cost.map { $0 >= .zero } == true)
                        if max(input, part, other) >= Int.max / 2 { #expect(cost == .maximum) }
                    }
                }
                let worst = PriceBook.builtIn.worstCost(inputTokens: input, maximumOutputTokens: input, model: model)
                #expect(worst.map { $0 >= .zero } == true)
            }
        }
    }

    @Test func `negative prices never give a negative cost`() {
        let less = Money(picodollars: -5)
        let price = ModelPrice(TokenRates(input: less, output: less))
        #expect(price.cost(of: Usage(inputTokens: 5, outputTokens: 5)) == .zero)
        #expect(price.worstCost(inputTokens: 5, maximumOutputTokens: 5) == .zero)
    }

    @Test func `a reservation is never less than the cost that follows`() throws {
        var generator = SeededRandom(seed: 11)
        func count(_ limit: Int) -> Int { Int.random(in: 0...limit, using: &generator) }
        func rates() -> TokenRates {
            let prices = (0..<6).map { _ in Money(picodollars: Int64(count(100))) }
            return TokenRates(
                input: prices[0], output: prices[1], reasoning: prices[2], cacheRead: prices[3], cacheWrite: prices[4],
                longCacheWrite: prices[5])
        }
        func services() -> [ServiceTier: TokenRates] {
            let known = ServiceTier.allCases.filter { _ in Bool.random(using: &generator) }
            return Dictionary(uniqueKeysWithValues: known.map { ($0, rates()) })
        }
        for _ in 0..<2_000 {
            let tiers = (0..<count(3)).map { _ in
                PriceTier(aboveInputTokens: count(300), rates: rates(), serviceRates: services())
            }
            let price = ModelPrice(rates(), serviceRates: services(), tiers: tiers)
            let usage = Usage(
                inputTokens: count(400), outputTokens: count(400), cacheReadTokens: count(100),
                cacheWriteTokens: count(100), longCacheWriteTokens: count(100), reasoningTokens: count(400))
            let read = max(
                usage.inputTokens, usage.cacheReadTokens + usage.cacheWriteTokens + usage.longCacheWriteTokens)
            let written = max(usage.outputTokens, usage.reasoningTokens)
            for serviceTier in [nil] + ServiceTier.allCases.map(Optional.some) {
                let reserved = price.worstCost(
                    inputTokens: read, maximumOutputTokens: written, serviceTier: serviceTier)
                #expect(price.cost(of: usage, serviceTier: serviceTier) <= reserved)
            }
        }
    }

    @Test func `a reservation has the price of the highest tier, because token counts before a call are estimates`() {
        let book = PriceBook.builtIn
        let reserved = book.worstCost(inputTokens: 199_000, maximumOutputTokens: 1_000, model: "gemini-2.5-pro")
        #expect(reserved == Money("0.5125"))
        #expect(book.worstCost(inputTokens: 1_000, maximumOutputTokens: 0, model: "claude-haiku-4-5") == Money("0.002"))
    }
}
