import Ladder
import LadderTesting
import Testing

@Suite struct ConfigurationMistakesTests {
    @Test func `five mistakes are all named at once`() throws {
        let breaker = CircuitBreakerPolicy(consecutiveFailures: 0)
        let error = #expect(throws: ConfigurationError.self) {
            try Pipeline(models: [ScriptedModel("m"), ScriptedModel("m")]) {
                ModelFallback("nowhere")
                CircuitBreaker(breaker)
                Retry(maximumAttempts: 0)
                Timeout(total: .seconds(-1))
            }
        }
        let problems = try #require(error?.problems)
        let wanted = [
            "consecutiveFailures is 0", "Retry.maximumAttempts is 0; allowed 1…20", "Timeout.total is -1",
            "two models are named \"m\"", "ModelFallback names the model \"nowhere\", which the pipeline does not have",
        ]
        for words in wanted { #expect(problems.contains { $0.contains(words) }, "\(words) in \(problems)") }
        #expect(problems.count == 5)
        let text = try #require(error?.description)
        for words in wanted { #expect(text.contains(words)) }
        #expect(text.hasPrefix("the configuration has 5 problems:"))
    }

    @Test func `one mistake is one problem`() {
        let error = ConfigurationError(problems: ["x"])
        #expect(error.description == "the configuration has 1 problem:\n- x")
    }

    @Test func `a pipeline needs a model with a name`() {
        #expect(throws: ConfigurationError(problems: ["the pipeline has no model"])) { try Pipeline(models: []) }
        #expect(throws: ConfigurationError(problems: ["model 1 has an empty name"])) {
            try Pipeline(model: ScriptedModel(""))
        }
    }

    @Test(arguments: [Int.min, -1, 0, 257, .max])
    func `an absurd attempt limit is refused`(attempts: Int) throws {
        let pipeline = try Pipeline(model: ScriptedModel("m"))
        #expect(throws: ConfigurationError(problems: ["Pipeline.maximumAttempts is \(attempts); allowed 1…256"])) {
            try pipeline.limited(attempts: attempts)
        }
    }

    @Test(arguments: [Duration.zero, .seconds(-1), .seconds(Int64.min)])
    func `an absurd time limit is refused`(limit: Duration) throws {
        let pipeline = try Pipeline(model: ScriptedModel("m"))
        let error = #expect(throws: ConfigurationError.self) { try pipeline.limited(timeLimit: limit) }
        #expect(error?.problems.count == 1)
    }

    @Test func `several edits at once name several problems`() throws {
        let pipeline = try Pipeline(model: ScriptedModel("m"))
        let error = #expect(throws: ConfigurationError.self) { try pipeline.limited(attempts: 0, timeLimit: .zero) }
        #expect(error?.problems.count == 2)
    }

    @Test func `order and repetition are never mistakes`() throws {
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            Timeout()
            Retry()
            Retry()
            CircuitBreaker()
        }
        #expect(pipeline.diagnostics.contains { $0.severity == .unsafe })
    }
}
