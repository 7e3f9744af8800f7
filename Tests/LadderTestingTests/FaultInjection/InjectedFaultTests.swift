import LadderCore
import LadderTesting
import Testing

/// Each fault in an attempt for a whole answer and for a stream.
@Suite struct InjectedFaultTests {
    private let simulation = Simulation(seed: 5)

    private func run(
        _ fault: InjectedFault, delivery: Delivery, model: ScriptedModel, outer: [any Middleware] = [],
        options: CallOptions = CallOptions()
    ) throws -> ChatResponse {
        let endings = EndingCounter()
        let account = LedgerAccount(tokens: 10_000)
        let layers = outer + [endings, Spending(account), FaultInjection.alwaysOn(rate: 1, faults: [fault])]
        let pipeline = try Pipeline(model: model, layers: layers).running(on: simulation)
        defer {
            var invariants = Invariants(of: simulation)
            invariants.add(account, for: model.witness)
            invariants.add(endings)
            #expect(throws: Never.self) { try invariants.check() }
        }
        return try simulation.run {
            if delivery == .whole { return try await pipeline.respond(to: "hi", options: options) }
            return try await pipeline.streamResponse(to: ChatRequest("hi"), options: options).collect()
        }
    }

    @Test(arguments: [Delivery.whole, .streamed])
    func `a failure has its kind and target, is in the trace, and asks no model`(delivery: Delivery) throws {
        let model = ScriptedModel("m", .reply("hi"))
        let recorder = RecordingMiddleware()
        let error = try #require(throws: ChatError.self) {
            try run(.fail(.throttled(retryAfter: .seconds(2))), delivery: delivery, model: model, outer: [recorder])
        }
        #expect(error.kind == .throttled(retryAfter: .seconds(2)))
        #expect(error.retryAfter == .seconds(2))
        #expect((error.stage, error.target) == ("FaultInjection", "m"))
        #expect(model.attempts.isEmpty)
        let trace = try #require(recorder.records.first).context.call.trace
        #expect(trace.events.map(\.description) == ["+0 ms FaultInjection noted: injected throttled"])
    }

    @Test(arguments: [Delivery.whole, .streamed])
    func `a delay comes before the answer, which is complete`(delivery: Delivery) throws {
        let model = ScriptedModel("m", .reply("one two three", after: .seconds(1)))
        let answer = try run(.delay(.seconds(3) ... .seconds(4)), delivery: delivery, model: model)
        #expect(answer.content == "one two three")
        #expect(answer.finishReason == .stop)
        let asked = try #require(answer.attempts.first).start
        #expect(asked >= .origin + .seconds(3) && asked <= .origin + .seconds(4))
        let notes = answer.trace.events(of: "FaultInjection")
        #expect(notes.map(\.reason) == ["injected a delay"])
        #expect(notes.first?.detail == .wait(asked - .origin))
    }

    @Test(arguments: [Delivery.whole, .streamed])
    func `a cut keeps the text before it`(delivery: Delivery) throws {
        let model = ScriptedModel("m", .stream(["one ", "two ", "three ", "four "], every: .milliseconds(10)))
        let answer = try run(.cut(afterPieces: 2, by: .overloaded), delivery: delivery, model: model)
        #expect(answer.content == "one two ")
        #expect(answer.finishReason == .partial(.error(.overloaded)))
        #expect(answer.model == "m")
        #expect(answer.trace.events(of: "FaultInjection").map(\.reason) == ["cut the answer after 2 pieces"])
    }

    @Test func `a cut stream stops the provider, and a cut whole answer is thrown inside the pipeline`() throws {
        let pieces = (0..<50).map { "\($0) " }
        let streamed = ScriptedModel("m", .stream(pieces, every: .milliseconds(10)))
        _ = try run(.cut(afterPieces: 3), delivery: .streamed, model: streamed)
        #expect(streamed.servedTokens < 10)

        let again = AskAgain()
        let whole = ScriptedModel("m", .stream(pieces, every: .milliseconds(10)))
        let answer = try run(.cut(afterPieces: 3), delivery: .whole, model: whole, outer: [again])
        #expect(whole.attempts.count == 2)
        #expect(answer.content == "0 1 2 ")
    }

    @Test(arguments: [Delivery.whole, .streamed])
    func `an answer with fewer pieces stays complete`(delivery: Delivery) throws {
        let model = ScriptedModel("m", .stream(["one ", "two "]))
        let answer = try run(.cut(afterPieces: 3), delivery: delivery, model: model)
        #expect(answer.content == "one two ")
        #expect(answer.finishReason == .stop)
        #expect(answer.trace.events(of: "FaultInjection").isEmpty)
    }

    @Test(arguments: [Delivery.whole, .streamed])
    func `an outer layer asks again after a failure`(delivery: Delivery) throws {
        let recorder = RecordingMiddleware()
        let model = ScriptedModel("m", .reply("hi"))
        #expect(throws: ChatError.self) {
            try run(.fail(.server), delivery: delivery, model: model, outer: [recorder, AskAgain()])
        }
        let trace = try #require(recorder.records.first).context.call.trace
        #expect(trace.events(of: "FaultInjection").map(\.reason) == ["injected server", "injected server"])
    }

    @Test(arguments: [Delivery.whole, .streamed])
    func `a caller that cancels leaves a delay at once`(delivery: Delivery) throws {
        let model = ScriptedModel("m", .reply("hi"))
        let pipeline = try Pipeline(model: model) {
            FaultInjection.alwaysOn(rate: 1, faults: [.delay(.seconds(60) ... .seconds(60))])
        }.running(on: simulation)
        try simulation.run {
            let call = Task(executorPreference: simulation) {
                if delivery == .whole { return try await pipeline.respond(to: "hi") }
                return try await pipeline.streamResponse(to: "hi").collect()
            }
            try await simulation.sleep(for: .seconds(5))
            call.cancel()
            await #expect(throws: CancellationError.self) { try await call.value }
        }
        #expect(simulation.now == .origin + .seconds(5))
        #expect(model.attempts.isEmpty)
        try Invariants(of: simulation).check()
    }

    @Test(arguments: [Delivery.whole, .streamed])
    func `a delay ends at the deadline, without a question to the model`(delivery: Delivery) throws {
        let model = ScriptedModel("m", .reply("hi"))
        let error = try #require(throws: ChatError.self) {
            try run(
                .delay(.seconds(60) ... .seconds(60)), delivery: delivery, model: model,
                options: CallOptions(timeLimit: .seconds(5)))
        }
        #expect(error.kind == .deadlineExceeded)
        #expect(simulation.now == .origin + .seconds(5))
        #expect(model.attempts.isEmpty)
    }

    @Test(arguments: [
        (TimeLimits(firstToken: .origin + .seconds(2)), ChatError.Phase.firstToken),
        (TimeLimits(firstToken: .origin + .seconds(9), total: .origin + .seconds(2)), .total),
    ])
    func `a delay ends at the limits of the attempt, without a question to the model`(
        limits: TimeLimits, phase: ChatError.Phase
    ) throws {
        let model = ScriptedModel("m", .reply("hi"))
        let error = try #require(throws: ChatError.self) {
            try run(
                .delay(.seconds(60) ... .seconds(60)), delivery: .whole, model: model, outer: [Limiting(limits: limits)]
            )
        }
        #expect(error.kind == .timedOut(phase))
        #expect(simulation.now == .origin + .seconds(2))
        #expect(model.attempts.isEmpty)
    }
}

/// Asks once more after a failure.
private struct AskAgain: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        do { return try await next(request, context) } catch is ChatError {}
        return try await next(request, context)
    }
}

/// Sets limits, as a timeout does.
private struct Limiting: Middleware {
    let limits: TimeLimits

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        context.limits.narrow(to: limits)
        return try await next(request, context)
    }
}
