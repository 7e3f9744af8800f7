import LadderConfiguration
import LadderCore
import Testing

@Suite struct SkeletonTests {
    @Test func `a pipeline of three layers is made from a configuration`() throws {
        let text = """
            {"models": ["openai/gpt-4o", {"model": "ollama/llama3.2", "name": "local"}],
             "layers": [{"layer": "ModelFallback", "candidates": ["local"]},
                        {"layer": "Retry", "maximumAttempts": 2}, {"layer": "Timeout", "total": null}]}
            """
        let pipeline = try Pipeline(configuration: PipelineConfiguration(parsing: text))
        #expect(pipeline.models.map(\.name) == ["openai/gpt-4o", "local"])
        #expect(pipeline.layers.map { "\(type(of: $0))" } == ["ModelFallback", "Retry", "Timeout"])
    }

    @Test func `a mistake is named with its path`() throws {
        let text = #"{"models": ["openai/gpt-4o"], "layers": [{"layer": "Retry", "maximumAttempts": "two"}]}"#
        let error = #expect(throws: ConfigurationError.self) {
            try Pipeline(configuration: PipelineConfiguration(parsing: text))
        }
        #expect(error?.problems == [#"$.layers[0].maximumAttempts is "two"; expected a whole number"#])
    }
}
