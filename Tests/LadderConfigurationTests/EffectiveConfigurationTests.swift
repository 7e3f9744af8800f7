import Ladder
import LadderHTTP
import LadderTesting
import Testing

@testable import LadderConfiguration

@Suite struct EffectiveConfigurationTests {
    static let text = configuration(
        layers: """
            {"layer": "StaticFAQ", "apologies": "Sorry."},
            {"layer": "BudgetCheck", "limits": [{"amount": {"requests": 10}, "per": {"rolling": 60}}]},
            {"layer": "ExactCache", "lifetime": "realTime"},
            {"layer": "ModelFallback", "candidates": ["b"]},
            {"layer": "ModelRouter", "routes": {"big": ["echo/x", {"model": "echo/y", "weight": 2}]}},
            {"layer": "Branch", "cases": [{"when": {"features": ["f"]}, "layers": [{"layer": "Retry"}]}],
             "otherwise": [{"layer": "Retry", "preset": "patient"}, {"layer": "Timeout", "preset": "quick"}]}
            """)

    @Test func `the effective configuration has every default, and names for all layers`() throws {
        let json = try load(Self.text).effectiveConfiguration.json
        #expect(json["maximumAttempts"] == 6)
        #expect(json["timeLimit"] == .null)
        #expect(json["models"]?[0] == ["model": "echo/a", "name": "echo/a", "key": nil, "baseURL": nil])
        let layers = try #require(json["layers"]?.array)
        #expect(layers[1]["limits"]?[0]?["per"] == ["rolling": "1m"])
        #expect(layers[2]["lifetime"] == "1m")
        #expect(layers[5]["cases"]?[0]?["name"] == "1")
        #expect(layers[5]["cases"]?[0]?["layers"]?[0]?["name"] == "Branch/1/Retry")
        #expect(layers[5]["otherwise"]?[0]?["maximumAttempts"] == 6)
        #expect(layers[5]["otherwise"]?[1]?["firstToken"] == "2s")
    }

    @Test func `it makes an equal pipeline, and is its own effective configuration`() throws {
        let first = try load(Self.text)
        let second = try ConfiguredPipeline(first.effectiveConfiguration, models: .echoing)
        #expect(second.effectiveConfiguration == first.effectiveConfiguration)
        #expect(second.pipeline.explain() == first.pipeline.explain())
        let reloaded = try first.reloading(first.effectiveConfiguration)
        #expect(reloaded.layerChanges.kept == first.layerChanges.added)
    }

    @Test func `references to keys stay references, and the keys are in the requests only`() async throws {
        let files = try TemporaryFiles(["team.key": " sk-from-file\n"])
        defer { files.remove() }
        let transport = ScriptedTransport([ScriptedHTTPResponse(json: ModelCatalogTests.answer)])
        let text = #"{"models": [{"model": "gpt-4o", "name": "m", "key": {"file": "team.key"}}]}"#
        let loaded = try load(text, models: .standard(transport: transport), directory: files.directory)
        let answer = try await loaded.pipeline.respond(to: "Hello")
        #expect(transport.requests.first?.headers["authorization"] == "Bearer sk-from-file")
        let effective = loaded.effectiveConfiguration
        #expect(effective.json["models"]?[0]?["key"] == ["file": "team.key"])
        #expect(!"\(effective) \(loaded.pipeline.explain()) \(answer.explain()) \(loaded)".contains("sk-from-file"))
    }

    @Test func `a key in the environment is read when a request is sent`() async throws {
        let transport = ScriptedTransport([ScriptedHTTPResponse(json: ModelCatalogTests.answer)])
        let text = #"{"models": [{"model": "gpt-4o", "key": {"env": "PATH_OF_NO_KEY"}}]}"#
        let pipeline = try load(text, models: .standard(transport: transport)).pipeline
        let error = await #expect(throws: ChatError.self) { try await pipeline.respond(to: "Hello") }
        #expect(error?.kind == .unauthorized)
        #expect(error?.description.contains("PATH_OF_NO_KEY") == true)
        #expect(transport.requests.isEmpty)

        let home = #"{"models": [{"model": "gpt-4o", "key": {"env": "HOME"}}]}"#
        _ = try await load(home, models: .standard(transport: transport)).pipeline.respond(to: "Hello")
        #expect(transport.requests.first?.headers["authorization"]?.hasPrefix("Bearer /") == true)
    }

    @Test func `a literal key in a document is not shown`() throws {
        let configuration = try PipelineConfiguration(parsing: #"{"models": [{"model": "a", "key": "sk-secret"}]}"#)
        #expect(!"\(configuration)".contains("secret"))
    }

    @Test func `limits and completeness arrive in the pipeline`() async throws {
        let text = #"{"models": ["a"], "timeLimit": "30s", "maximumAttempts": 2, "requiresComplete": true}"#
        let loaded = try load(text)
        #expect(loaded.pipeline.explain().contains("30 s"))
        #expect(loaded.effectiveConfiguration.json["maximumAttempts"] == 2)
        #expect(loaded.effectiveConfiguration.json["requiresComplete"] == true)
    }
}

@Suite struct ConfiguredPricesTests {
    static let prices = """
        {"date": "2026-01-01", "models": {"bee": {"input": "1.00", "output": "2.00"}}}
        """

    @Test func `a model with a name of its own has the price of the provider's name`() throws {
        let files = try TemporaryFiles(["prices.json": Self.prices])
        defer { files.remove() }
        let text = """
            {"models": [{"model": "echo/bee", "name": "gpt-4o"}, "echo/gpt-4o"], "prices": "prices.json"}
            """
        let prices = try load(text, directory: files.directory).pipeline.prices
        #expect(prices.price(of: "gpt-4o") == prices.price(of: "bee"))
        #expect(prices.price(of: "echo/gpt-4o") == PriceBook.builtIn.price(of: "gpt-4o"))
        #expect(prices.price(of: "gpt-4o-mini") == PriceBook.builtIn.price(of: "gpt-4o-mini"))
    }

    @Test func `mistakes in files are named with the file and the path in it`() throws {
        let files = try TemporaryFiles([
            "prices.json": #"{"date": "2026-01-01", "models": {"bee": {"input": "x", "output": "2"}}}"#,
            "faq.json": #"{"entries": [{"id": "hours"}]}"#,
        ])
        defer { files.remove() }
        let text =
            #"{"models": ["a"], "prices": "prices.json", "layers": [{"layer": "StaticFAQ", "entries": "faq.json"}]}"#
        #expect(
            problems(of: text, directory: files.directory) == [
                "$.layers[0].entries: in faq.json: $.entries[0].phrasings is missing; expected an array",
                "$.layers[0].entries: in faq.json: $.entries[0].answer is missing; expected a string",
                #"$.prices: in prices.json: $.models.bee.input is "x"; expected dollars per million tokens such as "2.50", "#
                    + "with at most six decimals",
            ])
    }

    @Test func `paths in a file are relative to its directory`() throws {
        let files = try TemporaryFiles([
            "prices.json": Self.prices, "ladder.json": #"{"models": ["bee"], "prices": "prices.json"}"#,
        ])
        defer { files.remove() }
        let configuration = try PipelineConfiguration(file: files.directory + "/ladder.json")
        let pipeline = try Pipeline(configuration: configuration, models: .echoing)
        #expect(pipeline.prices.price(of: "bee") != nil)
        let error = #expect(throws: ConfigurationError.self) {
            try PipelineConfiguration(file: files.directory + "/none.json")
        }
        #expect(error?.problems == ["the file \"\(files.directory)/none.json\" cannot be read"])
    }
}
