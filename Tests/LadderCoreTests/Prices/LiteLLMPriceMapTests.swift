import LadderCore
import LadderJSON
import Testing

struct LiteLLMPriceMapTests {
    /// Reads rates such as `3/15 r20 c0.3 w3.75 l6`: input and output, reasoning, cache read, write and long write.
    private static func rates(_ text: String) throws -> TokenRates {
        let parts = text.split(separator: " ").map(String.init)
        let main = try #require(parts.first).split(separator: "/").map(String.init)
        func price(_ letter: Character) -> String? {
            parts.dropFirst().first { $0.first == letter }.map { String($0.dropFirst()) }
        }
        return try #require(
            TokenRates(
                dollarsPerMillion: main[0], output: main[1], reasoning: price("r"), cacheRead: price("c"),
                cacheWrite: price("w"), longCacheWrite: price("l")))
    }

    private static let standard: [(model: String, rates: String, tiers: [Int: String], window: Int?, output: Int?)] = [
        ("gpt-4", "30/60", [:], 8_192, 4_096),
        ("gpt-4o", "2.5/10 c1.25", [:], 128_000, 16_384),
        ("gpt-5.4", "2.5/15 c0.25", [272_000: "5/22.5 c0.5"], 1_050_000, 128_000),
        ("gpt-5.5-pro", "30/180", [272_000: "60/270"], 1_050_000, 128_000),
        ("gpt-6-astra", "10/50 c1 w12.5 l25", [272_000: "20/75 c2 w25 l50"], 922_000, 128_000),
        ("gpt-3.5-turbo-instruct", "1.5/2", [:], 8_192, 4_096),
        ("azure/gpt-4o", "2.5/10 c1.25", [:], 128_000, 16_384),
        ("azure/us/gpt-4o-2024-08-06", "2.75/11 c1.375", [:], 128_000, 16_384),
        ("claude-sonnet-4-5", "3/15 c0.3 w3.75 l6", [:], 200_000, 64_000),
        (
            "claude-haiku-5-5", "0.1/0.5 c0.01 w0.125 l0.2", [100_000: "0.5/2.5 c0.05 w0.625 l1"], 1_000_000, 128_000
        ),
        (
            "anthropic.claude-sonnet-4-5-20250929-v1:0", "3/15 c0.3 w3.75 l6", [200_000: "6/22.5 c0.6 w7.5 l12"],
            200_000, 64_000
        ),
        ("gemini/gemini-2.5-pro", "1.25/10 c0.125", [200_000: "2.5/15 c0.25"], 1_048_576, 65_536),
        ("gemini/gemini-2.5-flash", "0.3/2.5 c0.03", [:], 1_048_576, 65_536),
        ("dashscope/qwen-flash", "0.05/0.4", [256_000: "0.25/2"], 997_952, 32_768),
        ("dashscope/qwen-plus-2025-07-28", "0.4/1.2 r4", [256_000: "1.2/3.6 r12"], 997_952, 32_768),
        ("dashscope/qwen-turbo", "0.05/0.2 r0.5", [:], 129_024, 16_384),
        ("opencode_go/gpt-6-luna", "0.1/0.5 c0.01 w0.125", [272_000: "0.2/0.75 c0.02 w0.25"], 922_000, 128_000),
        ("perplexity/sonar-deep-research", "2/8 r3", [:], 128_000, 128_000),
        ("databricks/databricks-claude-sonnet-4-1", "2.99999/15.00002 c0.30002 w3.74997", [:], 200_000, 64_000),
        ("morph/morph-dsv4flash", "0.141953/0.399625 c0.035938", [:], 1_048_576, 1_048_576),
        ("ollama/llama3", "0/0", [:], 8_192, 8_192),
        ("global.anthropic.claude-opus-5-5", "4/20 c0.2 w5 l8", [:], 1_000_000, 128_000),
        ("bedrock/claude-opus-latest", "4/20 c0.2 w5 l8", [:], 1_000_000, 128_000),
        ("mistral/mistral-large-latest", "0.5/1.5 c0.05", [:], 262_144, 262_144),
        ("deepseek-chat", "0.28/0.42 c0.028", [:], 131_072, 8_192),
        ("deepseek-flash", "0.3/1.2 c0.006", [:], 1_000_000, 393_216),
        ("xai/grok-4.5", "2/6 c0.3", [200_000: "4/12 c0.6"], 500_000, 500_000),
        ("groq/openai/gpt-oss-120b", "0.15/0.6 c0.075", [:], 131_072, 65_536),
        ("command-a-03-2025", "2.5/10", [:], 256_000, 8_000),
        ("minimax/MiniMax-M3", "0.3/1.2 c0.06", [512_000: "0.6/2.4 c0.12"], 1_000_000, 128_000),
        (
            "empiriolabs/qwen3-7-flash", "0.03/0.13 c0.006",
            [32_000: "0.1/0.4 c0.02", 256_000: "0.2/0.8 c0.04"], 983_616, 65_536
        ),
        ("empiriolabs/seed-2-0-pro", "0.63/3.79", [128_000: "1.26/7.58"], 229_096, 128_000),
    ]

    @Test func `every entry with token prices has its rates, tiers and limits`() throws {
        let map = try LiteLLMPriceMap(parsing: liteLLMExcerpt, date: "2026-11-27")
        #expect(map.book.date == "2026-11-27")
        #expect(map.book.problems.isEmpty)
        #expect(Set(map.book.prices.keys) == Set(Self.standard.map(\.model)))
        for (model, rates, tiers, window, output) in Self.standard {
            let price = try #require(map.book.prices[model])
            #expect(try price.rates == Self.rates(rates), "\(model)")
            #expect(price.tiers.map(\.aboveInputTokens) == tiers.keys.sorted(), "\(model)")
            for tier in price.tiers {
                #expect(try tier.rates == Self.rates(#require(tiers[tier.aboveInputTokens])), "\(model)")
            }
            #expect(price.contextWindow == window, "\(model)")
            #expect(price.maximumOutputTokens == output, "\(model)")
        }
    }

    private static let services: [(model: String, tier: Int?, batch: String?, flex: String?, priority: String?)] = [
        ("gpt-4", nil, nil, nil, nil),
        ("gpt-4o", nil, "1.25/5 c1.25", nil, "4.25/17 c2.125"),
        ("gpt-5.4", nil, "1.25/7.5 c0.13", "1.25/7.5 c0.13", "5/30 c0.5"),
        ("gpt-5.4", 272_000, "2.5/11.25 c0.25", "2.5/11.25 c0.25", nil),
        ("gpt-6-astra", nil, "5/25 c0.5 w6.25 l12.5", "5/25 c0.5 w6.25 l12.5", "20/100 c2 w25 l50"),
        ("gpt-6-astra", 272_000, "10/37.5 c1 w12.5 l25", "10/37.5 c1 w12.5 l25", "40/150 c4 w50 l100"),
        ("azure/gpt-4o", nil, "1.25/5 c1.25", nil, nil),
        // The map has no batch price of a long write: the standard one stays.
        ("claude-sonnet-4-5", nil, "1.5/7.5 c0.15 w1.875 l6", nil, nil),
        ("claude-haiku-5-5", 100_000, "0.25/1.25 c0.025 w0.3125 l1", nil, nil),
        ("gemini/gemini-2.5-pro", nil, "0.625/5 c0.125", "0.625/5 c0.125", "2.25/18 c0.225"),
    ]

    @Test(arguments: services)
    func `service tiers have their own prices, with the standard ones where the map states none`(
        model: String, tier: Int?, batch: String?, flex: String?, priority: String?
    ) throws {
        let map = try LiteLLMPriceMap(parsing: liteLLMExcerpt, date: "")
        let price = try #require(map.book.prices[model])
        let level = price.tiers.first { $0.aboveInputTokens == tier }
        let rates = try #require(tier == nil ? price.serviceRates : level?.serviceRates)
        #expect(try rates[.batch] == batch.map(Self.rates))
        #expect(try rates[.flex] == flex.map(Self.rates))
        #expect(try rates[.priority] == priority.map(Self.rates))
    }

    @Test func `every other entry is skipped with its reason, and the sample is none`() throws {
        let map = try LiteLLMPriceMap(parsing: liteLLMExcerpt, date: "")
        #expect(
            map.skipped == [
                "text-embedding-3-small": .otherMode, "gpt-image-1": .otherMode, "whisper-1": .otherMode,
                "rerank-v3.5": .otherMode, "exa_ai/search": .otherMode, "fallback_generalizations": .otherMode,
                "fireworks-ai-default": .otherMode, "azure/container": .notPricedByToken,
                "twelvelabs.pegasus-1-2-v1:0": .notPricedByToken, "perplexity/pplx-70b-online": .notPricedByToken,
                "bedrock/us-east-1/1-month-commitment/anthropic.claude-v1": .notPricedByToken,
            ])
    }

    @Test func `reasoning follows the output price of a tier unless the map states another one`() throws {
        let text = """
            {"same": {"mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06,
                "output_cost_per_reasoning_token": 2e-06, "output_cost_per_token_above_200k_tokens": 3e-06,
                "output_cost_per_token_priority": 4e-06}}
            """
        let price = try #require(try LiteLLMPriceMap(parsing: text, date: "").book.prices["same"])
        #expect(price.tiers.first?.rates.reasoning == Money("0.000003"))
        #expect(price.tiers.first?.rates.input == Money("0.000001"))
        #expect(price.serviceRates[.priority]?.reasoning == Money("0.000004"))
    }

    @Test func `of two fields that state one price the higher one counts`() throws {
        let text = """
            {"twice": {"mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06,
                "cache_creation_input_token_cost_above_1hr": 3e-06, "cache_creation_input_token_cost_above_12hr": 4e-06,
                "tiered_pricing": [{"range": [0, 9], "input_cost_per_token": 5e-06}]}}
            """
        let price = try #require(try LiteLLMPriceMap(parsing: text, date: "").book.prices["twice"])
        #expect(price.rates.longCacheWrite == Money("0.000004"))
        #expect(price.rates.input == Money("0.000005"))
    }

    private static let absurd: [JSONValue] = [
        -1e-06, .number(.nan), .number(.infinity), "2.5e-06", "0.0000025", true, [2.5e-06], ["a": 1], 1, 2.5, 1e300,
        .integer(.max), .integer(.min), 0.011,
    ]

    @Test(arguments: absurd, ["input_cost_per_token", "cache_read_input_token_cost_above_200k_tokens_flex"])
    func `an entry with an absurd price is skipped and the others stay`(value: JSONValue, field: String) throws {
        let good: [String: JSONValue] = ["mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06]
        let json: JSONValue = [
            "good": .object(good), "bad": .object(good.merging([field: value]) { $1 }),
            "tiered": [
                "mode": "chat",
                "tiered_pricing": [["range": [0, 5], "input_cost_per_token": value, "output_cost_per_token": 1e-06]],
            ],
        ]
        let map = try LiteLLMPriceMap(json: json, date: "")
        #expect(map.book.prices.keys.sorted() == ["good"])
        #expect(map.skipped["bad"] == .invalidPrice)
        #expect(map.skipped["tiered"] != nil || field != "input_cost_per_token")
    }

    @Test func `absurd entries, tiers, limits and aliases never trap`() throws {
        let text = """
            {"number": 5, "null": null, "list": [], "empty": {}, "mode": {"mode": 3},
            "ranges": {"mode": "chat", "tiered_pricing": [{"range": [0.5, 1], "input_cost_per_token": 1e-06}]},
            "negative": {"mode": "chat", "tiered_pricing": [{"range": [-5, 1], "input_cost_per_token": 1e-06}]},
            "object": {"mode": "chat", "tiered_pricing": {"range": [0, 1]}, "input_cost_per_token": 1e-06},
            "late": {"mode": "chat", "tiered_pricing":
                [{"range": [9, 10], "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06}]},
            "limits": {"mode": "chat", "input_cost_per_token": null, "max_input_tokens": 1e300,
                "input_cost_per_token_above_99999999999999999999k_tokens": 1, "_above_k_tokens": 1,
                "input_cost_per_token_above_-5k_tokens": 1, "input_cost_per_token_above_0k_tokens": 1,
                "output_cost_per_token_priority_flex": 1, "": 1},
            "fine": {"mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 0, "max_input_tokens": -1,
                "max_output_tokens": "many", "input_cost_per_token_above_999999k_tokens": 2e-06},
            "self": {"alias_of": "self"}, "a": {"alias_of": "b"}, "b": {"alias_of": "a"}, "lost": {"alias_of": "gone"},
            "twice": {"alias_of": "once"}, "once": {"alias_of": "fine"}, "other": {"alias_of": "mode"}}
            """
        let map = try LiteLLMPriceMap(parsing: text, date: "")
        #expect(map.book.prices.keys.sorted() == ["fine", "once", "twice"])
        #expect(map.book.prices["fine"]?.contextWindow == nil)
        #expect(map.book.prices["fine"]?.maximumOutputTokens == nil)
        #expect(map.book.prices["twice"]?.tiers.map(\.aboveInputTokens) == [999_999_000])
        for name in ["self", "a", "b", "lost"] { #expect(map.skipped[name] == .unknownAlias) }
        for name in ["ranges", "negative"] { #expect(map.skipped[name] == .invalidPrice) }
        for name in ["object", "late", "limits"] { #expect(map.skipped[name] == .notPricedByToken) }
        for name in ["number", "null", "list", "empty", "mode", "other"] { #expect(map.skipped[name] == .otherMode) }
    }

    @Test(arguments: ["", "[]", "5", "{", #"{"a": {"input_cost_per_token": NaN}}"#])
    func `a text that is no JSON object is refused`(text: String) {
        #expect(throws: InvalidJSONDocument.self) { try LiteLLMPriceMap(parsing: text, date: "") }
    }

    @Test func `merged into the built-in book, names with and without a prefix have a price`() throws {
        let map = try LiteLLMPriceMap(parsing: liteLLMExcerpt, date: "2026-11-27")
        let book = PriceBook.builtIn.merging(map.book)
        let usage = Usage(inputTokens: 1_000_000)
        #expect(book.cost(of: usage, model: "mistral-large-latest") == Money("0.5"))
        #expect(book.cost(of: usage, model: "azure/us/gpt-4o-2024-08-06") == Money("2.75"))
        #expect(book.cost(of: usage, model: "azure/eu/gpt-4o-2024-08-06") == Money("2.5"))
        #expect(book.cost(of: usage, model: "us.anthropic.claude-sonnet-4-5-20250929-v1:0") == Money("3"))
        #expect(try PriceBook(parsing: book.json.text) == book)
    }
}
