import LadderCore
import LadderModelFallback
import LadderTesting
import Testing

/// A layer that wants a cheaper model asked, as a budget layer does at its soft limit.
private struct Saving: Middleware {
    let model: String

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        context.downgradeModel = model
        return try await next(request, context)
    }

    var layerDescription: LayerDescription {
        LayerDescription(role: .budgetCheck, name: "Saving", asks: [model], requires: [.modelFallback])
    }
}

@Suite struct DowngradeTests {
    private let large = ScriptedModel("large", .reply("from large"))

    private func respond(
        cheap: ScriptedStep, large: ScriptedStep = .reply("from large"), fallbacks: [FallbackCandidate] = ["cheap"]
    ) throws -> ChatResponse {
        let simulation = Simulation(seed: 1)
        let models = [
            ScriptedModel("large", large), ScriptedModel("cheap", cheap), ScriptedModel("other", .reply("from other")),
        ]
        let pipeline = try Pipeline(models: models) {
            Saving(model: "cheap")
            ModelFallback(ModelFallbackPolicy(fallbacks))
        }.running(on: simulation)
        return try simulation.run { try await pipeline.respond(to: "hello") }
    }

    @Test func `the cheaper model answers, at the level of a fallback`() throws {
        let response = try respond(cheap: .reply("from cheap"))
        #expect(response.content == "from cheap")
        #expect(response.fallbackLevel == .fallbackModel)
        #expect(response.model == "cheap")
        #expect(response.attempts.map(\.target) == ["cheap"])
    }

    @Test func `if the cheaper model fails, the request's own model is asked, at its own level`() throws {
        let response = try respond(cheap: .fail(.overloaded), fallbacks: ["other"])
        #expect(response.content == "from large")
        #expect(response.fallbackLevel == .primary)
        #expect(response.attempts.map(\.target) == ["cheap", "large"])
    }

    @Test func `if both fail, the candidates follow`() throws {
        let response = try respond(cheap: .fail(.server), large: .fail(.server), fallbacks: ["cheap", "other"])
        #expect(response.content == "from other")
        #expect(response.fallbackLevel == .fallbackModel)
        #expect(response.attempts.map(\.target) == ["cheap", "large", "other"])
    }

    @Test(arguments: [ChatError.Kind.contextTooLong, .contentFiltered])
    func `the request's own model is asked although only some models can cure the failure`(
        kind: ChatError.Kind
    ) throws {
        #expect(try respond(cheap: .fail(kind)).content == "from large")
    }

    @Test func `the cheaper model is asked with the options that the policy has for it`() throws {
        let simulation = Simulation(seed: 1)
        let cheap = ScriptedModel("cheap", .reply("from cheap"))
        let candidate = FallbackCandidate("cheap", options: ModelOptions(maximumResponseTokens: 7))
        let pipeline = try Pipeline(models: [ScriptedModel("large", .reply("from large")), cheap]) {
            Saving(model: "cheap")
            ModelFallback(candidate)
        }.running(on: simulation)
        _ = try simulation.run { try await pipeline.respond(to: "hello") }
        #expect(cheap.attempts.map(\.request.options.maximumResponseTokens) == [7])
    }

    @Test func `without a fallback layer inside, the wish is a configuration problem`() throws {
        let error = #expect(throws: ConfigurationError.self) {
            try Pipeline(models: [ScriptedModel("large", .reply("a")), ScriptedModel("cheap", .reply("b"))]) {
                ModelFallback("cheap")
                Saving(model: "cheap")
            }
        }
        #expect(error?.problems == ["Saving needs a layer of the role modelFallback inside it"])
    }
}
