import LadderTesting
import Testing

@testable import LadderCore

/// A layer that serves a name no model of the pipeline has, as a router does.
private struct Route: Middleware {
    let model: any ChatModel

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        context.target = Target(id: "eu-1", client: model)
        return try await next(request, context)
    }

    var layerDescription: LayerDescription {
        LayerDescription(role: .router, name: "Route", serves: ["routed", "other"])
    }
}

@Suite struct ModelNameTests {
    @Test func `without a name the first model is asked`() throws {
        let simulation = Simulation()
        let seen = RecordingMiddleware()
        let pipeline = try Pipeline(models: [ScriptedModel("one"), ScriptedModel("two")]) { seen }
            .running(on: simulation)
        try simulation.run {
            for model in ["", "two", "one"] {
                _ = try await pipeline.respond(to: ChatRequest("hi", model: model))
                _ = try await pipeline.streamResponse(to: ChatRequest("hi", model: model)).collect()
            }
        }
        #expect(seen.requests.map(\.model) == ["one", "one", "two", "two", "one", "one"])
        #expect(seen.records.map(\.model) == ["one", "one", "two", "two", "one", "one"])
    }

    @Test(arguments: [1, 2, 8, 9, 40])
    func `every one of many models is found, with its price`(count: Int) throws {
        let simulation = Simulation()
        let names = (0..<count).map { "model \($0)" }
        let prices = names.enumerated().map { index, name in
            (name, ModelPrice(TokenRates(input: .dollars(1), output: .dollars(index + 1))))
        }
        let pipeline = try Pipeline(models: names.map { ScriptedModel($0) })
            .priced(by: PriceBook(date: "2026-01-01", prices: Dictionary(uniqueKeysWithValues: prices)))
            .running(on: simulation)
        for (name, price) in prices {
            let answer = try simulation.run { try await pipeline.respond(to: ChatRequest("hi", model: name)) }
            #expect(answer.model == name)
            #expect(answer.cost == price.cost(of: answer.usage))
        }
        #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.respond(to: ChatRequest("hi", model: "model \(count)")) }
        }
    }

    @Test(arguments: [nil, "dated"], [true, false])
    func `the price of a deployment is that of its model's name`(modelID: String?, hasClient: Bool) throws {
        let simulation = Simulation()
        let prices = ["usual": 1, "dated": 2].mapValues { dollars in
            ModelPrice(TokenRates(input: .dollars(dollars), output: .dollars(dollars)))
        }
        let pipeline = try Pipeline(model: ScriptedModel("usual")) {
            Layer { request, context, next in
                var context = context
                let client = hasClient ? ScriptedModel("the deployment's own name") : nil
                context.target = Target(id: "eu-1", client: client, modelID: modelID)
                return try await next(request, context)
            }
        }.priced(by: PriceBook(date: "2026-01-01", prices: prices)).running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(answer.usage.totalTokens > 0)
        #expect(answer.cost == prices[modelID ?? "usual"]?.cost(of: answer.usage))
    }

    @Test func `an unknown name is modelNotFound and no attempt`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("one")).running(on: simulation)
        let error = #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.respond(to: ChatRequest("hi", model: "three")) }
        }
        #expect(error?.kind == .modelNotFound)
        #expect(error?.attempts.isEmpty == true)
    }

    @Test(arguments: [false, true])
    func `routes alone are enough, also for a request without a name`(isStreamed: Bool) throws {
        let simulation = Simulation()
        let model = ScriptedModel("behind")
        let pipeline = try Pipeline(models: []) { Route(model: model) }.running(on: simulation)
        let answer = try simulation.run(maximumSteps: 100_000) {
            isStreamed ? try await pipeline.streamResponse(to: "hi").collect() : try await pipeline.respond(to: "hi")
        }
        #expect(answer.content == "ok")
        #expect(model.requests.map(\.model) == ["routed"])
        #expect(model.attempts.map(\.target) == ["eu-1"])
        #expect(answer.attempts.map(\.target) == ["eu-1"])
    }
}
