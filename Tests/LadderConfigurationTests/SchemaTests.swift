import Foundation
import Ladder
import LadderTesting
import Testing

@testable import LadderConfiguration

@Suite struct SchemaTests {
    private let check = SchemaCheck(root: PipelineConfiguration.schema)

    @Test(arguments: FullLayer.all)
    func `the schema accepts every option`(layer: FullLayer) {
        #expect(check.accepts(["models": ["a"], "layers": [layer.json]]))
    }

    @Test func `the schema accepts effective configurations`() throws {
        #expect(check.accepts(try load(EffectiveConfigurationTests.text).effectiveConfiguration.json))
    }

    @Test func `the schema has the default of every field`() throws {
        let retry = try #require(PipelineConfiguration.schema["$defs"]?["Retry"]?["properties"])
        #expect(retry["maximumAttempts"]?["default"] == 3)
        #expect(PipelineConfiguration.schema["$defs"]?["Retry.backoff"]?["properties"]?["cap"]?["default"] == "8s")
        #expect(retry["maximumAttempts"]?["description"] == "The number of attempts in all.")
    }

    /// Mistakes that do not depend on other fields, on options' ranges or on the application.
    static let refused = [
        #"{"models": [7]}"#, #"{"model": []}"#, #"{"maximumAttempts": 0}"#, #"{"timeLimit": "soon"}"#,
        #"{"layers": ["Retry"]}"#, #"{"layers": [{"layer": "Cache"}]}"#, #"{"layers": [{"name": "x"}]}"#,
        #"{"layers": [{"layer": "Retry", "attempts": 3}]}"#,
        #"{"layers": [{"layer": "Retry", "backoff": {"jitter": "some"}}]}"#,
        #"{"layers": [{"layer": "Retry", "rules": {"server": "twice"}}]}"#,
        #"{"layers": [{"layer": "Retry", "rules": {"servers": "never"}}]}"#,
        #"{"layers": [{"layer": "Retry", "maximumAttempts": null}]}"#, #"{"layers": [{"layer": "ModelFallback"}]}"#,
        #"{"layers": [{"layer": "BudgetCheck", "limits": [{"amount": {"tokens": -1}}]}]}"#,
        #"{"layers": [{"layer": "BudgetCheck", "limits": [{"amount": {"tokens": 1}, "per": "week"}]}]}"#,
        #"{"layers": [{"layer": "Branch", "cases": [{"when": {"feature": "x"}}]}]}"#,
        #"{"layers": [{"layer": "Branch", "cases": [{"when": {}, "layers": [{"layer": "Rety"}]}]}]}"#,
        #"{"models": [{"model": "a", "key": "sk-secret"}]}"#,
    ]

    @Test(arguments: refused)
    func `the schema refuses what reading refuses`(text: String) throws {
        #expect(!check.accepts(try JSONValue(parsing: text)))
        #expect(!problems(of: text).isEmpty)
    }

    @Test func `the checked-in schema is current`() throws {
        #expect(
            try Page.text("configuration.schema.json") == PipelineConfiguration.schemaText,
            "run: swift run playground configuration --schema > Docs/Operating/configuration.schema.json")
    }
}

@Suite struct ConfigurationPageTests {
    @Test func `the fields on the page are current`() throws {
        let page = try Page.text("Configuration.md")
        let parts = page.components(separatedBy: Page.mark)
        #expect(
            parts.count == 2 && parts.last == ConfigurationReference.text,
            "put what this prints below the mark: swift run playground configuration --reference")
    }

    @Test func `the example on the page loads, with all its files`() throws {
        let blocks = try Page.text("Configuration.md").components(separatedBy: "```json\n").dropFirst()
            .map { $0.components(separatedBy: "```")[0] }
        let example = try #require(blocks.first)
        let files = try TemporaryFiles(["faq.json": blocks[blocks.startIndex + 1]])
        defer { files.remove() }
        let configuration = try PipelineConfiguration(parsing: example, directory: files.directory)
        let pipeline = try Pipeline(configuration: configuration)
        #expect(pipeline.models.map(\.name) == ["openai/gpt-4o", "small", "anthropic/claude-haiku-4-5"])
        #expect(pipeline.layers.count == 8)
        #expect(pipeline.diagnostics.filter { $0.severity == .unsafe } == [])
        #expect(SchemaCheck(root: PipelineConfiguration.schema).accepts(try JSONValue(parsing: example)))
    }

    @Test func `every problem on the page is what a wrong file gives`() throws {
        let page = try Page.text("Configuration.md")
        let text = configuration(
            layers: #"{"layer": "Retry", "maximumAttempts": 0}, {"layer": "Timeout", "total": "soon"}"#)
        for problem in problems(of: text) { #expect(page.contains(problem), "\(problem)") }
    }
}

/// A page of the documentation.
enum Page {
    /// The line after which everything is generated.
    static let mark = "<!-- The rest is printed by: swift run playground configuration --reference -->\n\n"

    static func text(_ name: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent("Docs/Operating/\(name)"), encoding: .utf8)
    }
}
