import LadderCore
import Testing

struct PriceNamesTests {
    private static let perMillion: [(model: String, input: String, output: String)] = [
        ("gpt-4", "30", "60"), ("gpt-4-turbo", "10", "30"), ("gpt-3.5-turbo", "0.50", "1.50"),
        ("claude-3-sonnet", "3", "15"), ("claude-3-sonnet-20240229", "3", "15"), ("gpt-4o", "2.50", "10"),
        ("gpt-4o-mini", "0.15", "0.60"), ("anthropic/claude-sonnet-4-20250514", "3", "15"),
        ("gemini/gemini-2.5-flash", "0.30", "2.50"), ("openai/gpt-4o", "2.50", "10"),
        ("gpt-4-turbo-2024-04-09", "10", "30"), ("claude-3-5-sonnet-20241022", "3", "15"),
        ("claude-3-haiku-20240307", "0.25", "1.25"), ("claude-opus-4-20250514", "15", "75"),
        ("gemini-2.0-flash", "0.10", "0.40"), ("groq/llama-3.3-70b-versatile", "0.59", "0.79"),
        ("claude-opus-5-5", "4", "20"), ("gpt-6-sol", "2", "10"), ("gemini-4-hydrogen", "1.50", "7.50"),
        ("mistral-large-latest", "0.50", "1.50"), ("deepseek/deepseek-chat", "0.28", "0.42"),
        ("xai/grok-4.5", "2", "6"), ("cohere/command-a-03-2025", "2.50", "10"),
    ]

    @Test(arguments: perMillion)
    func `models that published examples name keep their price`(model: String, input: String, output: String) throws {
        let rates = try #require(PriceBook.builtIn.price(of: model)).rates
        #expect(rates.input == Money(input).map { Money(picodollars: $0.picodollars / 1_000_000) })
        #expect(rates.output == Money(output).map { Money(picodollars: $0.picodollars / 1_000_000) })
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

    @Test func `the release with a higher price keeps its own`() {
        #expect(PriceBook.builtIn.cost(of: Usage(inputTokens: 1_000_000), model: "gpt-4o-2024-05-13") == .dollars(5))
        #expect(PriceBook.builtIn.cost(of: Usage(inputTokens: 1_000_000), model: "gpt-4o-2024-11-20") == Money("2.50"))
    }

    @Test(arguments: [
        ("openai/gpt-4o", "gpt-4o"), ("openai/gpt-4o-2024-08-06", "gpt-4o"), ("azure/gpt-4o-mini", "gpt-4o-mini"),
        ("azure/eu/gpt-4o-2024-05-13", "gpt-4o-2024-05-13"), ("openrouter/openai/gpt-4.1", "gpt-4.1"),
        ("anthropic/claude-opus-4-5", "claude-opus-4-5"), ("gemini/gemini-2.5-pro", "gemini-2.5-pro"),
        ("models/gemini-2.5-pro", "gemini-2.5-pro"), ("a/b/c/d/e/f/gpt-4o", "gpt-4o"), ("//gpt-4o", "gpt-4o"),
        ("vertex_ai/claude-sonnet-4-5@20250929", "claude-sonnet-4-5"),
        ("bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0", "claude-sonnet-4-5"),
        ("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "claude-sonnet-4-5"),
        ("bedrock/us-east-1/anthropic.claude-3-5-sonnet-20241022-v2:0", "claude-3-5-sonnet"),
        ("anthropic.claude-opus-4-6-v1", "claude-opus-4-6"), ("eu.anthropic.claude-opus-4-7", "claude-opus-4-7"),
        ("oci/xai.grok-4.5", "grok-4.5"),
    ])
    func `a name with a provider's prefix has the price of its model`(name: String, model: String) throws {
        let price = try #require(PriceBook.builtIn.prices[model])
        #expect(PriceBook.builtIn.price(of: name) == price)
    }

    @Test func `an entry with a prefix wins, and the longest one first`() throws {
        let rates = try (1...4).map { try #require(TokenRates(dollarsPerMillion: "\($0)", output: "1")) }
        let names = ["m", "b/m", "a/b/m-2026-01-01", "b/m-2026-01-01"]
        let book = PriceBook(
            date: "", prices: Dictionary(uniqueKeysWithValues: zip(names, rates.map { ModelPrice($0) })))
        let expected = [
            "m": 1, "b/m": 2, "a/m": 1, "a/b/m": 2, "a/b/m-2026-01-01": 3, "b/m-2026-01-01": 4, "x/b/m-2026-01-01": 4,
            "b/m-2026-01-02": 2, "m-2026-01-01": 1, "c/m-2026-01-01": 1,
        ]
        for (name, index) in expected { #expect(book.price(of: name)?.rates == rates[index - 1], "\(name)") }
    }

    @Test(arguments: [
        "", "-", "/", "-2024-08-06", "2024-08-06", "gpt-4o-2024-13-06", "gpt-4o-2024-08-32", "gpt-4o-2024-00-06",
        "gpt-4o-1999-08-06", "gpt-4o-20241301", "gpt-4o-2024-8-6", "gpt-4o-0806", "gpt-4o-latest", "gpt-4o-preview",
        "GPT-4o", "gpt-4o ", "gpt-4o-2024-08-06-2024-08-06", "gpt-4o-audio-preview-2024-12-17", "chatgpt-4o-latest",
        "gpt-4o2024-08-06", "gpt-4o@2024-08-06", "gpt-4o-2024/08/06", "gpt-4o-２024-08-06", "é-20250101", "gpt-4-32k",
        "openai/", "gpt-4o/", "openai:gpt-4o", "openai.gpt", "gpt-4o:free", "openrouter/openai/gpt-4o:free",
        "1/2/3/4/5/6/7/8/gpt-4o", "unknown.claude-opus-4-6", "a.b.anthropic.claude-opus-4-6", "anthropic.", ".", "a.b",
        "anthropic.claude-opus-4-6-v", "anthropic.claude-opus-4-6-v1:0:0", "anthropic.claude-opus-4-6-v1:x",
        "gpt-4o-v1",
        "ft:gpt-4o-2024-08-06",
    ])
    func `no other name is guessed`(name: String) {
        #expect(PriceBook.builtIn.price(of: name) == nil)
    }

    @Test func `a hostile name costs little time`() {
        let name = String(repeating: "a/", count: 200_000) + "gpt-4o"
        #expect(PriceBook.builtIn.price(of: name) == nil)
        #expect(PriceBook.builtIn.price(of: String(repeating: "-20250101", count: 100_000)) == nil)
        #expect(PriceBook.builtIn.price(of: String(repeating: "a.", count: 100_000)) == nil)
    }
}
