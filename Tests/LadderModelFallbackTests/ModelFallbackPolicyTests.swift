import LadderCore
import LadderModelFallback
import LadderTesting
import TestSupport
import Testing

@Suite struct ModelFallbackPolicyTests {
    @Test(arguments: [
        (ModelFallbackPolicy([]), "ModelFallback has no candidates"),
        (ModelFallbackPolicy(["b", "c", "b"]), "ModelFallback names \"b\" twice"),
        (ModelFallbackPolicy(["a": ["b", "b"]]), "ModelFallback for \"a\" names \"b\" twice"),
        (ModelFallbackPolicy([""]), "ModelFallback has a candidate with an empty name"),
        (ModelFallbackPolicy(["*"]), "ModelFallback has a candidate named \"*\", which names no model"),
        (ModelFallbackPolicy(["": ["b"]]), "ModelFallback has candidates for a model with an empty name"),
        (
            ModelFallbackPolicy(["b"], maximumWait: .seconds(-1)),
            "ModelFallback.maximumWait is -1.0 seconds; allowed 0.0 seconds…3600.0 seconds"
        ),
        (
            ModelFallbackPolicy([FallbackCandidate("b", options: ModelOptions(temperature: .nan))]),
            "ModelFallback asks \"b\" with temperature nan; it must be 0 or more"
        ),
        (
            ModelFallbackPolicy([FallbackCandidate("b", options: ModelOptions(topP: 2))]),
            "ModelFallback asks \"b\" with topP 2.0; allowed 0…1"
        ),
        (
            ModelFallbackPolicy([FallbackCandidate("b", options: ModelOptions(maximumResponseTokens: 0))]),
            "ModelFallback asks \"b\" with maximumResponseTokens 0; it must be 1 or more"
        ),
        (
            ModelFallbackPolicy((0..<33).map { FallbackCandidate("m\($0)") }),
            "ModelFallback has 33 candidates; allowed 0…32"
        ),
    ])
    func `every mistake is reported`(policy: ModelFallbackPolicy, problem: String) {
        #expect(policy.problems == [problem])
        #expect(ModelFallback(policy).configurationProblems == [problem])
    }

    @Test func `a sound policy has no problems`() {
        #expect(ModelFallbackPolicy(["a": ["b"], "c": [], "*": ["c", "b"]]).problems.isEmpty)
    }

    @Test func `a candidate the pipeline does not have is refused`() {
        #expect(throws: ConfigurationError.self) {
            try Pipeline(model: FakeModel("a")) { ModelFallback("b") }
        }
    }

    @Test func `it describes itself`() {
        let description = ModelFallback(["a": ["b", "c"], "z": ["b"], "*": ["d"]]).layerDescription
        #expect(description.role == .modelFallback)
        #expect(description.asks == ["b", "c", "d"])
        #expect(description.options.map(\.name) == ["a", "z", "*", "maximumWait"])
        let worst = description.worstCase(WorstCase(attempts: 3, wait: .seconds(1), time: .seconds(10)))
        #expect(worst == WorstCase(attempts: 9, wait: .seconds(3), time: .seconds(30)))
    }

    @Test func `the worst case knows the wait`() {
        let worst = ModelFallback(ModelFallbackPolicy(["b"], maximumWait: .seconds(5))).layerDescription
            .worstCase(WorstCase(time: .seconds(10)))
        #expect(worst == WorstCase(attempts: 2, wait: .seconds(5), time: .seconds(25)))
    }

    @Test func `it can be swapped alone`() throws {
        let simulation = Simulation(seed: 1)
        let pipeline = try Pipeline(models: [FakeModel("a", failing: .server), FakeModel("b"), FakeModel("c")]) {
            ModelFallback("b")
        }.running(on: simulation)
        let other = try pipeline.replacing(ModelFallback.self, with: ModelFallback("c"))
        let models = try simulation.run {
            (try await pipeline.respond(to: "hi").model, try await other.respond(to: "hi").model)
        }
        #expect(models == ("b", "c"))
        #expect(throws: ChatError.self) {
            let bare = try pipeline.removing(ModelFallback.self)
            return try simulation.run { try await bare.respond(to: "hi") }
        }
    }
}
