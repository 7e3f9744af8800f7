import Ladder
import LadderTesting
import TestSupport
import Testing

private let absurdDurations: [Duration] = [
    .seconds(Int64.min), .seconds(-1), .zero, .nanoseconds(1), .seconds(Int64.max),
    Duration(secondsComponent: .max, attosecondsComponent: 999_999_999_999_999_999),
]
private let absurdInts = [Int.min, -1, 0, 1, Int.max]
private let absurdDoubles = [-Double.infinity, -1, 0, .leastNonzeroMagnitude, 1e300, .infinity, .nan]

/// Absurd numbers are refused when a pipeline is created, or have no effect on a call. They never trap and never hang.
@Suite struct AbsurdNumbersTests {
    /// Checks that a call ends with an answer or a `ChatError`: no trap, no hang, no other error.
    private func settles(
        _ pipeline: Pipeline, request: ChatRequest = ChatRequest("hi"), options: CallOptions = CallOptions(),
        on simulation: Simulation
    ) throws {
        for streamed in [false, true] {
            do {
                try simulation.run(maximumSteps: 200_000) {
                    if streamed {
                        _ = try await pipeline.streamResponse(to: request, options: options).collect()
                    } else {
                        _ = try await pipeline.respond(to: request, options: options)
                    }
                }
            } catch is ChatError {}
        }
        try Invariants(of: simulation).check()
    }

    private let steps: [ScriptedStep] = [.fail(.server), .stream(["a ", "b"]), .cut(after: 1), .stall]

    @Test(arguments: absurdDurations)
    func `durations in options`(duration: Duration) throws {
        for step in steps {
            let simulation = Simulation()
            let pipeline = try Pipeline(model: ScriptedModel("m", step)) {
                Retry()
                Timeout()
            }.running(on: simulation)
            try settles(pipeline, options: options(duration), on: simulation)
        }
    }

    private func options(_ duration: Duration) -> CallOptions {
        CallOptions(
            deadline: .origin + duration, timeLimit: duration,
            cache: CacheDirective(
                maximumAge: duration, lifetime: CacheLifetime(duration)))
    }

    @Test(arguments: absurdDurations)
    func `durations in limits and waits`(duration: Duration) throws {
        var policy = RetryPolicy()
        policy.patience = duration
        policy.backoff.base = duration
        policy.backoff.cap = duration
        for step in steps {
            let simulation = Simulation()
            let model = ScriptedModel("m", step)
            let layers: [any Middleware] = [
                Retry(policy), Timeout(firstToken: duration, silence: duration, total: duration),
            ]
            for layer in layers {
                do {
                    let pipeline = try Pipeline(model: model) {
                        layer
                        Timeout()
                    }.running(on: simulation)
                    _ = pipeline.explain()
                    _ = pipeline.diagnostics
                    try settles(pipeline, options: CallOptions(timeLimit: .seconds(100)), on: simulation)
                } catch let error as ConfigurationError {
                    #expect(!error.problems.isEmpty)
                }
            }
        }
    }

    @Test(arguments: absurdDurations)
    func `waits that a provider asks for`(duration: Duration) throws {
        let simulation = Simulation()
        let error = ChatError(.throttled(retryAfter: duration))
        let model = ScriptedModel("m", .fail(error))
        let pipeline = try Pipeline(model: model) {
            CircuitBreaker()
            Retry()
        }.running(on: simulation)
        try settles(pipeline, options: CallOptions(timeLimit: .seconds(10)), on: simulation)
    }

    @Test(arguments: absurdInts)
    func `attempts`(count: Int) throws {
        let simulation = Simulation()
        let model = ScriptedModel("m", .fail(.server))
        let pipeline = try Pipeline(model: model) { Retry() }.running(on: simulation)
        try settles(pipeline, options: CallOptions(maximumAttempts: count), on: simulation)
        #expect(model.attempts.count == (count < 1 ? 0 : count == 1 ? 2 : 6))
        #expect(throws: ConfigurationError.self) {
            try Pipeline(model: model) { Retry(maximumAttempts: count == 1 ? 21 : count) }
        }
    }

    @Test(arguments: absurdInts)
    func `attempts that a layer allows`(count: Int) throws {
        let simulation = Simulation()
        let model = ScriptedModel("m", .fail(.server))
        let pipeline = try Pipeline(model: model) {
            Allowing(count: count)
            Retry()
        }.running(on: simulation)
        try settles(pipeline, on: simulation)
        #expect(model.attempts.count == (count < 1 ? 0 : count == 1 ? 2 : 6))
    }

    @Test(arguments: absurdInts)
    func `usage that a provider sends`(count: Int) throws {
        let simulation = Simulation()
        let usage = Usage(
            inputTokens: count, outputTokens: count, cacheReadTokens: count, cacheWriteTokens: count,
            longCacheWriteTokens: count, reasoningTokens: count)
        let answer = Completion(content: [.text("a")], usage: usage)
        let account = LedgerAccount()
        let pipeline = try Pipeline(model: ScriptedModel("gpt-4o", .reply(answer))) { Spending(account) }
            .running(on: simulation)
        try settles(pipeline, on: simulation)
        let response = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(try #require(response.cost) >= .zero)
        _ = response.explain()
        #expect(account.balance.openReservations == 0)
    }

    @Test(arguments: absurdInts)
    func `the maximum length of an answer`(count: Int) throws {
        let simulation = Simulation()
        let account = LedgerAccount()
        let pipeline = try Pipeline(model: ScriptedModel("gpt-4o")) {
            Spending(account)
            Retry()
        }.running(on: simulation)
        let request = ChatRequest(
            messages: [.user("hi")], options: ModelOptions(maximumResponseTokens: count, seed: count))
        try settles(pipeline, request: request, on: simulation)
        let worst = pipeline.worstCase(for: request)
        #expect(try #require(worst.cost) >= .zero)
        #expect(pipeline.explain(for: request).contains("worst case"))
        #expect(account.balance.reservedTokens == 0)
    }

    @Test(arguments: absurdInts)
    func `a model that miscounts`(count: Int) throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: Miscounting(count: count)) {
            Spending(LedgerAccount())
            Retry()
        }.running(on: simulation)
        let request = ChatRequest(messages: [
            .system("one"), .user("two"),
            ChatMessage(
                role: .assistant,
                content: [
                    .toolCall(ToolCall(id: "1", name: "a", arguments: "{}")), .image(.url("x")), .image(.url("y")),
                ]),
        ])
        try settles(pipeline, request: request, on: simulation)
        _ = pipeline.explain(for: request)
    }

    @Test(arguments: [Int.min, -1, 0, 1, 3, Int.max])
    func `concurrent requests of a batch`(count: Int) throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("ok", after: .seconds(1)))).running(on: simulation)
        let results = try simulation.run(maximumSteps: 200_000) {
            await pipeline.respond(to: (1...5).map { ChatRequest("\($0)") }, maximumConcurrent: count)
        }
        #expect(try results.map { try $0.get().content } == Array(repeating: "ok", count: 5))
        let none = try simulation.run(maximumSteps: 200_000) {
            await pipeline.respond(to: [], maximumConcurrent: count)
        }
        #expect(none.isEmpty)
    }

    @Test(arguments: absurdDoubles)
    func `temperatures, shares and similarities`(value: Double) throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m")) { Notes(similarity: value) }.running(on: simulation)
        let request = ChatRequest(messages: [.user("hi")], options: ModelOptions(temperature: value, topP: value))
        try settles(pipeline, request: request, on: simulation)
        let text = try simulation.run { try await pipeline.respond(to: request).explain() }
        #expect(text.contains("similarity"))
        var policy = CircuitBreakerPolicy()
        policy.failureRate = value
        policy.openTimeGrowth = value
        policy.jitter = value
        #expect(throws: ConfigurationError.self) {
            try Pipeline(model: ScriptedModel("m")) { CircuitBreaker(policy) }
        }
        var retry = RetryPolicy()
        retry.backoff.factor = value
        #expect(throws: ConfigurationError.self) { try Pipeline(model: ScriptedModel("m")) { Retry(retry) } }
    }

    @Test(arguments: absurdDurations)
    func `a shutdown`(duration: Duration) throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m")).running(on: simulation)
        let alive = try simulation.run(maximumSteps: 200_000) {
            _ = try await pipeline.respond(to: "hi")
            return await pipeline.shutdown(within: duration)
        }
        #expect(alive.isEmpty)
    }
}

private struct Allowing: Middleware {
    let count: Int

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context.allowing(attempts: count).allowing(attempts: .max))
    }
}

private struct Notes: Middleware {
    let similarity: Double

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        context.note(.hit, by: "notes", detail: .similarity(similarity))
        return try await next(request, context)
    }
}

private struct Miscounting: ChatModel {
    let name = "gpt-4o"
    let count: Int

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        guard context.delivery == .streamed else { return Reply(model: name, Completion("a")) }
        return try await .live(model: name, from: Source())
    }

    func estimatedTokens(in text: String) -> Int { count }

    /// A source with one piece before the connection breaks, so that the usage has to be estimated.
    private final class Source: ReplySource {
        private let isFirst = Shared(true)

        func next() async throws -> ReplyChunk? {
            isFirst.change { isFirst in
                defer { isFirst = false }
                return isFirst ? .text("a") : nil
            }
        }
    }
}
