import LadderJSON
import LadderCore
import LadderModelFallback
import LadderTesting
import TestSupport
import Testing

@Suite struct CandidateTests {
    let simulation = Simulation(seed: 5)

    @Test func `candidates are asked in order, each once, and the trace shows them`() throws {
        let models = [
            FakeModel("a", failing: .server), FakeModel("b", failing: .overloaded),
            FakeModel("c", failing: .timedOut(.total)), FakeModel("d"),
        ]
        let pipeline = try Pipeline(models: models) { ModelFallback("b", "c", "d") }.running(on: simulation)
        let response = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(response.content == "from d")
        #expect(response.model == "d")
        #expect(response.fallbackLevel == .fallbackModel)
        #expect(models.map(\.requests.count) == [1, 1, 1, 1])
        let switches = response.trace.events(of: "ModelFallback")
        #expect(switches.map(\.verdict) == [.switched, .switched, .switched])
        #expect(switches.map(\.detail) == [.target("b"), .target("c"), .target("d")])
        #expect(switches.map(\.reason) == ["server", "overloaded", "timed out (total)"])
        #expect(models[3].requests[0].model == "d")
    }

    @Test func `a healthy model leaves no line in the trace`() throws {
        let pipeline = try Pipeline(models: [FakeModel("a"), FakeModel("b")]) { ModelFallback("b") }
            .running(on: simulation)
        let response = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(response.fallbackLevel == .primary)
        #expect(response.trace.events(of: "ModelFallback").isEmpty)
    }

    @Test func `alternatives count down, on top of those of outer layers`() throws {
        let watching = AlternativesRecorder()
        let models = ["a", "b", "c", "d"].map { FakeModel($0, failing: .server) }
        let pipeline = try Pipeline(models: models) {
            Layer { request, context, next in
                var context = context
                context.alternatives = 2
                return try await next(request, context)
            }
            ModelFallback("b", "a", "c", "d")
            watching
        }.running(on: simulation)
        #expect(throws: ChatError.self) { try simulation.run { try await pipeline.respond(to: "hi") } }
        #expect(watching.alternatives == [5, 4, 3, 2])
    }

    @Test func `alternatives count only those that could still help`() throws {
        let watching = AlternativesRecorder()
        let models =
            [FakeModel("a", failing: .contextTooLong)] + ["b", "c", "d"].map { FakeModel($0, failing: .server) }
        let pipeline = try Pipeline(models: models) {
            ModelFallback(
                "b", FallbackCandidate("c", hasLargerWindow: true), FallbackCandidate("d", hasLargerWindow: true))
            watching
        }.running(on: simulation)
        #expect(throws: ChatError.self) { try simulation.run { try await pipeline.respond(to: "hi") } }
        #expect(watching.alternatives == [3, 1, 0])
        #expect(models.map(\.requests.count) == [1, 0, 1, 1])
    }

    @Test func `a model has its own list, and the others share one`() throws {
        let models = [
            FakeModel("a", failing: .server), FakeModel("x", failing: .server), FakeModel("b"), FakeModel("c"),
        ]
        let pipeline = try Pipeline(models: models) { ModelFallback(["a": ["b"], "*": ["c"]]) }.running(on: simulation)
        let (own, shared) = try simulation.run {
            (
                try await pipeline.respond(to: ChatRequest("hi", model: "a")).model,
                try await pipeline.respond(to: ChatRequest("hi", model: "x")).model
            )
        }
        #expect(own == "b")
        #expect(shared == "c")
    }

    @Test func `a model with an empty list has no fallback`() throws {
        let models = [FakeModel("a", failing: .server), FakeModel("c")]
        let pipeline = try Pipeline(models: models) { ModelFallback(["a": [], "*": ["c"]]) }.running(on: simulation)
        #expect(throws: ChatError.self) { try simulation.run { try await pipeline.respond(to: "hi") } }
        #expect(models[1].requests.isEmpty)
    }

    @Test func `local models are asked first after a network failure`() throws {
        let models = [
            FakeModel("a", failing: .unreachable), FakeModel("b"),
            FakeModel("near", failing: .server), FakeModel("nearer", failing: .server),
        ]
        let pipeline = try Pipeline(models: models) {
            ModelFallback(
                "b", FallbackCandidate("near", isLocal: true), FallbackCandidate("nearer", isLocal: true))
        }.running(on: simulation)
        let response = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(response.attempts.map(\.target) == ["a", "near", "nearer", "b"])
    }

    @Test func `a candidate is asked with its own options and instructions, which replace those of the request`() throws
    {
        let second = FakeModel("b")
        let pipeline = try Pipeline(models: [FakeModel("a", failing: .server), second]) {
            ModelFallback(
                FallbackCandidate(
                    "b",
                    options: ModelOptions(maximumResponseTokens: 7, extra: ["x": .bool(true), "both": "candidate"]),
                    systemPromptAddition: "Be short."))
        }.running(on: simulation)
        let request = ChatRequest(
            messages: [.system("Be kind."), .user("hi")],
            options: ModelOptions(
                temperature: 0.5, maximumResponseTokens: 100, extra: ["y": .bool(false), "both": "request"]))
        try simulation.run { _ = try await pipeline.respond(to: request) }
        let asked = try #require(second.requests.first)
        #expect(asked.messages == [.system("Be kind."), .system("Be short."), .user("hi")])
        #expect(
            asked.options
                == ModelOptions(
                    temperature: 0.5, maximumResponseTokens: 7,
                    extra: ["x": .bool(true), "y": .bool(false), "both": "candidate"]))
    }

    @Test func `a level that is worse already stays`() throws {
        let second = FakeModel("b") { _, _, _ in Reply(level: .staticFAQ, model: "b", Completion("written")) }
        let pipeline = try Pipeline(models: [FakeModel("a", failing: .server), second]) { ModelFallback("b") }
            .running(on: simulation)
        #expect(try simulation.run { try await pipeline.respond(to: "hi").fallbackLevel } == .staticFAQ)
    }

    @Test func `a target chosen for the first model is not asked for a candidate`() throws {
        let deployment = FakeModel("deployment", failing: .server)
        let second = FakeModel("b")
        let pipeline = try Pipeline(models: [FakeModel("a"), second]) {
            Layer { request, context, next in
                var context = context
                context.target = Target(id: "eu", client: deployment)
                return try await next(request, context)
            }
            ModelFallback("b")
        }.running(on: simulation)
        #expect(try simulation.run { try await pipeline.respond(to: "hi").model } == "b")
        #expect(deployment.requests.count == 1)
    }

    @Test func `streams fail over before their first content and have the level of the candidate`() throws {
        let second = FakeModel("b", streams: true) { _, _, _ in
            try await Reply.live(model: "b", from: FakeSource([.text("tail"), .finished(.stop)]))
        }
        let pipeline = try Pipeline(models: [FakeModel("a", failing: .overloaded), second]) { ModelFallback("b") }
            .running(on: simulation)
        let (level, text) = try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            return (stream.fallbackLevel, try await stream.collect().content)
        }
        #expect(level == .fallbackModel)
        #expect(text == "tail")
    }
}
