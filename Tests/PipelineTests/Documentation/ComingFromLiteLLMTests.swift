import Ladder
import LadderTesting
import Testing

/// The pipeline of the guide *Coming from another library* does what LiteLLM's router does with `allowed_fails=3`,
/// `cooldown_time=60`, `num_retries=2`, `timeout=30` and a fallback.
struct ComingFromLiteLLMTests {
    private func pipeline(over model: ScriptedModel, on simulation: Simulation) throws -> Pipeline {
        var cooldown = CircuitBreakerPolicy(consecutiveFailures: 4, failureRate: nil, openTime: .seconds(60))
        cooldown.openTimeGrowth = 1
        cooldown.jitter = 0
        cooldown.rampTime = .zero
        cooldown.rules = [
            .throttled: .failure, .quotaExhausted: .failure, .unauthorized: .failure, .modelNotFound: .failure,
            .unreachable: .neutral,
        ]
        let retries = RetryPolicy(
            maximumAttempts: 3, patienceWithAlternative: .seconds(60), rules: [.unreachable: .afterBackoff])
        return try Pipeline(models: [model, ScriptedModel("other", .reply("from the other"))]) {
            ModelFallback("other")
            Retry(retries, throttle: nil)
            CircuitBreaker(cooldown)
            Timeout(firstToken: nil, silence: nil, total: .seconds(30))
        }.running(on: simulation)
    }

    @Test(arguments: [
        ChatError.Kind.overloaded, .server, .throttled(retryAfter: nil), .timedOut(.total),
    ])
    func `the fourth failed attempt closes the model off for a minute`(failure: ChatError.Kind) throws {
        let model = ScriptedModel("primary", .fail(failure))
        let simulation = Simulation()
        let pipeline = try pipeline(over: model, on: simulation)
        let asked = try simulation.run {
            var asked: [Int] = []
            func ask() async throws {
                let before = model.attempts.count
                let answer = try await pipeline.respond(to: "Hello")
                #expect(answer.fallbackLevel == .fallbackModel)
                asked.append(model.attempts.count - before)
            }
            for _ in 1...3 { try await ask() }
            try await simulation.sleep(for: .seconds(58))
            try await ask()
            try await simulation.sleep(for: .seconds(2))
            try await ask()
            return asked
        }
        #expect(asked == [3, 1, 0, 0, 1])
    }

    @Test func `an unreachable model is asked three times and never closed off`() throws {
        let model = ScriptedModel("primary", .fail(.unreachable))
        let simulation = Simulation()
        let pipeline = try pipeline(over: model, on: simulation)
        try simulation.run {
            for _ in 1...4 { _ = try await pipeline.respond(to: "Hello") }
        }
        #expect(model.attempts.count == 12)
    }

    @Test func `a silent model costs three times thirty seconds, then the other answers`() throws {
        let model = ScriptedModel("primary", .reply("too late", after: .seconds(3_600)))
        let simulation = Simulation()
        let pipeline = try pipeline(over: model, on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "Hello") }
        #expect(answer.content == "from the other")
        #expect(answer.attempts.count == 4)
        #expect((.seconds(90) ... .seconds(92)).contains(answer.latency))
    }
}
