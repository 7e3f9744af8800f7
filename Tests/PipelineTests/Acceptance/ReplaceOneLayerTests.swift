import Ladder
import LadderTesting
import Testing

private struct AskTwice: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        do { return try await next(request, context) } catch { return try await next(request, context) }
    }
}

private struct AlwaysOpen: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        throw ChatError(.circuitOpen(until: context.now + .seconds(30)))
    }
}

private struct Impatient: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        context.limits.narrow(to: TimeLimits(total: context.now + .milliseconds(1)))
        return try await next(request, context)
    }
}

private struct Missing: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context)
    }
}

@Suite struct ReplaceOneLayerTests {
    private func standard(
        on simulation: Simulation, model: ScriptedModel, breaker: CircuitBreaker = CircuitBreaker()
    ) throws -> Pipeline {
        try Pipeline(model: model) {
            breaker
            Retry()
            Timeout()
        }.running(on: simulation)
    }

    @Test func `Retry alone is replaced`() throws {
        let simulation = Simulation()
        let model = ScriptedModel("m", .fail(.invalidRequest), .reply("second"))
        let real = try standard(on: simulation, model: model)
        let pipeline = try real.replacing(Retry.self, with: AskTwice())
        // The real one never asks again after an invalid request.
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(answer.content == "second")
        #expect(pipeline.layer(Retry.self) == nil)
        #expect(pipeline.layer(CircuitBreaker.self) != nil)
        #expect(pipeline.layer(Timeout.self) != nil)
        #expect(pipeline.layers.map { "\(type(of: $0))" } == ["CircuitBreaker", "AskTwice", "Timeout"])
    }

    @Test func `CircuitBreaker alone is replaced`() throws {
        let simulation = Simulation()
        let model = ScriptedModel("m")
        let pipeline = try standard(on: simulation, model: model).replacing(CircuitBreaker.self, with: AlwaysOpen())
        let error = #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.respond(to: "hi") }
        }
        #expect(error?.kind == .circuitOpen(until: Instant(sinceOrigin: .seconds(30))))
        #expect(model.requests.isEmpty)
        #expect(pipeline.layers.map { "\(type(of: $0))" } == ["AlwaysOpen", "Retry", "Timeout"])
    }

    @Test func `Timeout alone is replaced`() throws {
        let simulation = Simulation()
        let model = ScriptedModel("m", .stall)
        let pipeline = try standard(on: simulation, model: model).replacing(Timeout.self, with: Impatient())
        let error = #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.respond(to: "hi") }
        }
        #expect(error?.kind == .timedOut(.total))
        // Retry is the real one: three attempts, of a millisecond each.
        #expect(
            error?.attempts.compactMap { attempt in attempt.end.map { $0 - attempt.start } }
                == Array(repeating: .milliseconds(1), count: 3))
        #expect(pipeline.layers.map { "\(type(of: $0))" } == ["CircuitBreaker", "Retry", "Impatient"])
    }

    @Test func `the layers that stay share their state with the pipeline before`() throws {
        let simulation = Simulation()
        let breaker = CircuitBreaker(CircuitBreakerPolicy(consecutiveFailures: 1))
        let failing = ScriptedModel("m", .fail(.server))
        let real = try standard(on: simulation, model: failing, breaker: breaker)
        let edited = try real.removing(Retry.self).replacing(Timeout.self, with: Missing())
        _ = try? simulation.run { try await edited.respond(to: "hi") }
        // The edited pipeline's failure has opened the first pipeline's breaker.
        let error = #expect(throws: ChatError.self) { try simulation.run { try await real.respond(to: "hi") } }
        #expect(error?.kind.name == "circuitOpen")
        #expect(failing.requests.count == 1)
    }

    @Test func `a pipeline that is edited stays as it was`() throws {
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            Retry()
            Timeout()
        }
        _ = try pipeline.removing(Retry.self)
        let inserted = try pipeline.inserting(CircuitBreaker(), before: Retry.self)
        #expect(pipeline.layers.count == 2)
        #expect(inserted.layers.map { "\(type(of: $0))" } == ["CircuitBreaker", "Retry", "Timeout"])
        let outside = try pipeline.inserting(outermost: Missing())
        #expect(outside.layers.map { "\(type(of: $0))" } == ["Missing", "Retry", "Timeout"])
    }

    @Test func `editing a layer that is missing throws`() throws {
        let pipeline = try Pipeline(model: ScriptedModel("m")) { Retry() }
        let wanted = ConfigurationError(problems: ["the pipeline has no layer Missing"])
        #expect(throws: wanted) { try pipeline.replacing(Missing.self, with: Timeout()) }
        #expect(throws: wanted) { try pipeline.removing(Missing.self) }
        #expect(throws: wanted) { try pipeline.inserting(Timeout(), before: Missing.self) }
    }

    @Test func `a new layer is checked like every other`() throws {
        let pipeline = try Pipeline(model: ScriptedModel("m")) { Retry() }
        #expect(throws: ConfigurationError.self) {
            try pipeline.replacing(Retry.self, with: Retry(maximumAttempts: -1))
        }
        #expect(throws: ConfigurationError.self) { try pipeline.inserting(outermost: Timeout(total: .zero)) }
    }
}
