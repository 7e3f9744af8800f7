import LadderCore
import LadderModelFallback
import LadderTesting
import TestSupport
import Testing

@Suite struct FallbackLoopTests {
    let simulation = Simulation(seed: 2)

    private func attempts(_ layers: [any Middleware]) throws -> [String] {
        let models = ["a", "b", "c"].map { FakeModel($0, failing: .server) }
        let pipeline = try Pipeline(models: models) { layers }.limited(attempts: 100).running(on: simulation)
        let caught = #expect(throws: ChatError.self) { try simulation.run { try await pipeline.respond(to: "hi") } }
        return try #require(caught).attempts.map(\.target)
    }

    @Test func `fallback loop: candidates that name each other are asked once`() throws {
        #expect(try attempts([ModelFallback(["a": ["b"], "b": ["a"]])]) == ["a", "b"])
        #expect(try attempts([ModelFallback("a", "b", "c")]) == ["a", "b", "c"])
    }

    @Test func `fallback loop: an inner layer does not lead back to a model that has failed`() throws {
        #expect(try attempts([ModelFallback(["a": ["b"]]), ModelFallback(["b": ["a"]])]) == ["a", "b"])
        #expect(
            try attempts([ModelFallback(["a": ["b"]]), ModelFallback(["b": ["a", "c"]])]) == ["a", "b", "c"])
    }

    @Test func `a model that has been gone through is no alternative`() throws {
        let watching = AlternativesRecorder()
        let models = ["a", "b"].map { FakeModel($0, failing: .server) }
        let pipeline = try Pipeline(models: models) {
            ModelFallback(["a": ["b"]])
            ModelFallback(["b": ["a"]])
            watching
        }
        .running(on: simulation)
        #expect(throws: ChatError.self) { try simulation.run { try await pipeline.respond(to: "hi") } }
        #expect(watching.alternatives == [1, 0])
    }

    @Test func `nothing is kept between calls`() throws {
        let models = [FakeModel("a", failing: .server), FakeModel("b")]
        let pipeline = try Pipeline(models: models) { ModelFallback("b") }.running(on: simulation)
        for _ in 0..<3 {
            #expect(try simulation.run { try await pipeline.respond(to: "hi").model } == "b")
        }
    }

    @Test func `a model that is a pipeline itself has a path of its own`() throws {
        let inner = try Pipeline(models: [FakeModel("b", failing: .server), FakeModel("a")]) { ModelFallback("a") }
            .running(on: simulation)
        let outer = FakeModel("b") { request, _, _ in
            let response = try await inner.respond(to: ChatRequest("hi", model: "b"))
            return Reply(level: response.fallbackLevel, model: response.model, response.completion)
        }
        let pipeline = try Pipeline(models: [FakeModel("a", failing: .server), outer]) { ModelFallback("b") }
            .running(on: simulation)
        #expect(try simulation.run { try await pipeline.respond(to: "hi").content } == "from a")
    }
}
