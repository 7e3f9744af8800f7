import Ladder
import LadderTesting
import Testing

// Each of these layers has fewer than ten lines, and none of them treats streams differently.

private struct NoPasswords: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        if request.lastUserText?.contains("password") == true { throw ChatError(.invalidRequest, message: "a secret") }
        return try await next(request, context)
    }
}

private struct Loud: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context, mappingText: { $0.uppercased() })
    }
}

private struct OnlyJSON: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let reply = try await next(request, context)
        let answer = try await reply.collect()
        guard answer.text.hasPrefix("{") else { throw ChatError(.invalidOutput) }
        return reply.replacing(with: answer)
    }
}

/// The ways to ask for an answer, with and without time limits.
enum Wanted: CaseIterable {
    case whole, streamed, wholeUnderLimits, streamedUnderLimits

    var isStreamed: Bool { self == .streamed || self == .streamedUnderLimits }
    var hasLimits: Bool { self == .wholeUnderLimits || self == .streamedUnderLimits }

    func ask(_ pipeline: Pipeline, text: String) async throws -> ChatResponse {
        let options = CallOptions(timeLimit: hasLimits ? .seconds(600) : nil)
        guard isStreamed else { return try await pipeline.respond(to: text, options: options) }
        return try await pipeline.streamResponse(to: text, options: options).collect()
    }

    @PipelineBuilder var limits: [any Middleware] {
        if hasLimits { Timeout() }
    }
}

@Suite struct CustomLayerTests {
    @Test(arguments: Wanted.allCases, [1, 2, 3] as [UInt64])
    func `a layer that looks at the request lets good ones pass and stops bad ones`(
        wanted: Wanted, seed: UInt64
    ) throws {
        let simulation = Simulation(seed: seed)
        let model = ScriptedModel("m", .reply("fine by me"))
        let pipeline = try Pipeline(model: model) {
            NoPasswords()
            wanted.limits
        }.running(on: simulation)
        let answer = try simulation.run { try await wanted.ask(pipeline, text: "hello") }
        #expect(answer.content == "fine by me")
        let error = #expect(throws: ChatError.self) {
            try simulation.run { try await wanted.ask(pipeline, text: "my password is 1234") }
        }
        #expect(error?.kind == .invalidRequest)
        #expect(model.requests.count == 1)
        try Invariants(of: simulation).check()
    }

    @Test(arguments: Wanted.allCases, [1, 2, 3] as [UInt64])
    func `a layer that changes text changes every piece of it`(wanted: Wanted, seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let model = ScriptedModel("m", .stream(["one ", "two ", "three"]))
        let pipeline = try Pipeline(model: model) {
            Loud()
            wanted.limits
        }.running(on: simulation)
        let answer = try simulation.run { try await wanted.ask(pipeline, text: "count") }
        #expect(answer.content == "ONE TWO THREE")
        #expect(answer.fallbackLevel == .primary)
        #expect(answer.finishReason == .stop)
        #expect(answer.usage == Usage(inputTokens: 1, outputTokens: 3))
        try Invariants(of: simulation).check()
    }

    @Test(arguments: Wanted.allCases, [1, 2, 3] as [UInt64])
    func `an answer that a layer refuses is retried by Retry outside it`(wanted: Wanted, seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let model = ScriptedModel("m", .reply("not what was asked"), .stream(["{\"a\":", "1}"]))
        let pipeline = try Pipeline(model: model) {
            Retry()
            OnlyJSON()
            wanted.limits
        }.running(on: simulation)
        let answer = try simulation.run { try await wanted.ask(pipeline, text: "JSON please") }
        #expect(answer.content == "{\"a\":1}")
        #expect(answer.attempts.count == 2)
        #expect(answer.trace.events(of: "Retry").map(\.verdict) == [.retrying])
        try Invariants(of: simulation).check()
    }

    @Test(arguments: Wanted.allCases)
    func `without Retry the refusal reaches the caller`(wanted: Wanted) throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("no JSON"))) {
            OnlyJSON()
            wanted.limits
        }.running(on: simulation)
        let error = #expect(throws: ChatError.self) {
            try simulation.run { try await wanted.ask(pipeline, text: "JSON please") }
        }
        #expect(error?.kind == .invalidOutput)
    }
}
