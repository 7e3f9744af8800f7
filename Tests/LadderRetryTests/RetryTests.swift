import LadderCore
import LadderRetry
import LadderTesting
import TestSupport
import Testing

@Suite struct RetryTests {
    private static let seeds = 0..<30 as Range<UInt64>

    @Test(arguments: seeds)
    func `a failure that passes is retried, and the trace shows the wait`(seed: UInt64) throws {
        let model = Script(.fail(ChatError(.overloaded)), .fail(ChatError(.server)), .answer("ok"))
        let finish = try ask(model, seed: seed) { Retry() }
        #expect(finish.answer == "ok")
        #expect(finish.events(.retrying).map(\.reason) == ["overloaded", "server"])
        let waits = finish.events(.retrying).map { event -> Duration in
            if case .wait(let wait) = event.detail { wait } else { .seconds(-1) }
        }
        let starts = model.starts.value
        #expect(zip(starts, starts.dropFirst()).map { $1 - $0 } == waits)
        #expect(waits[0] <= .milliseconds(500) && waits[1] <= .seconds(1))
    }

    @Test func `waits differ from seed to seed`() throws {
        let ends = try RetryTests.seeds.map { seed in
            try ask(Script(.fail(ChatError(.server)), .answer("ok")), seed: seed) { Retry() }.at
        }
        #expect(Set(ends).count > 25)
    }

    @Test(arguments: seeds)
    func `the last real error is rethrown when attempts are used up`(seed: UInt64) throws {
        let model = Script(
            .fail(ChatError(.overloaded)), .fail(ChatError(.server)), .fail(ChatError(.timedOut(.total))))
        let finish = try ask(model, seed: seed) { Retry() }
        #expect(finish.kind == .timedOut(.total))
        #expect(model.starts.value.count == 3)
        #expect(finish.events(.gaveUp).map(\.reason) == ["timed out (total): 3 attempts"])
    }

    @Test func `an error that a retry cannot help is not retried`() throws {
        let model = Script(.fail(ChatError(.invalidRequest)))
        let finish = try ask(model) { Retry() }
        #expect(model.starts.value.count == 1)
        #expect(finish.kind == .invalidRequest)
        #expect(finish.at == .origin)
    }

    @Test func `an unknown error of a model is retried as a server error and keeps the original`() throws {
        struct Odd: Error {}
        let model = Script(.throw(Odd()))
        let finish = try ask(model) { Retry() }
        #expect(model.starts.value.count == 3)
        #expect(finish.chatError?.underlying is Odd)
    }

    @Test func `a success leaves no trace and takes no time`() throws {
        let finish = try ask(Script(.answer("ok"))) { Retry() }
        #expect(finish.trace.filter { $0.stage == "Retry" }.isEmpty)
        #expect(finish.at == .origin)
    }

    @Test func `a requested wait that does not fit fails at once, with the wait in the error`() throws {
        let model = Script(.fail(ChatError(.throttled(retryAfter: .seconds(30)))), .answer("too late"))
        let finish = try ask(model, options: CallOptions(timeLimit: .seconds(20))) { Retry() }
        #expect(finish.kind == .throttled(retryAfter: .seconds(30)))
        #expect(finish.chatError?.retryAfter == .seconds(30))
        #expect(finish.at == .origin)
        #expect(model.starts.value.count == 1)
    }

    @Test func `a backoff that does not fit fails at once, and only the trace names it`() throws {
        let model = Script(.fail(ChatError(.overloaded)), .answer("too late"))
        let policy = RetryPolicy(backoff: Backoff(base: .seconds(3), jitter: .none))
        let finish = try ask(model, options: CallOptions(timeLimit: .seconds(2))) { Retry(policy) }
        #expect(finish.kind == .overloaded)
        #expect(finish.chatError?.retryAfter == nil, "the provider asked for no wait")
        #expect(finish.chatError?.requestedWait == nil)
        #expect(finish.at == .origin)
        #expect(finish.events(.gaveUp).map(\.detail) == [.wait(.seconds(3))])
        #expect(
            finish.events(.gaveUp).map(\.reason) == ["overloaded: a wait of 3 s does not fit before the deadline"])
    }

    @Test(arguments: seeds)
    func `a total limit from outside is a deadline too`(seed: UInt64) throws {
        let model = Script(.fail(ChatError(.throttled(retryAfter: .seconds(30)))), .answer("too late"))
        let outside = Outside { $0.limits.narrow(to: TimeLimits(total: $0.now + .seconds(20))) }
        let finish = try ask(model, seed: seed, outside: outside) { Retry() }
        #expect(finish.at == .origin)
        #expect(finish.kind == .throttled(retryAfter: .seconds(30)))
    }

    @Test(arguments: [(0, 3), (1, 2), (2, 1), (5, 1)])
    func `one attempt is left for every alternative`(alternatives: Int, asked: Int) throws {
        let model = Script(.fail(ChatError(.server)))
        let outside = Outside { $0.alternatives = alternatives }
        let options = CallOptions(maximumAttempts: 3)
        let finish = try ask(model, options: options, outside: outside) { Retry(maximumAttempts: 5) }
        #expect(model.starts.value.count == asked)
        #expect(finish.kind == .server, "declining is not attemptsExhausted")
    }

    @Test func `a context that allows one attempt gets one`() throws {
        let model = Script(.fail(ChatError(.server)))
        let finish = try ask(model, outside: Outside { $0 = $0.allowing(attempts: 1) }) { Retry() }
        #expect(model.starts.value.count == 1)
        #expect(finish.kind == .server)
        #expect(finish.events(.gaveUp).map(\.reason) == ["server: no attempt left"])
    }

    @Test func `patience is shorter while an alternative could be asked`() throws {
        let model = Script(.fail(ChatError(.throttled(retryAfter: .seconds(3)))), .answer("ok"))
        let finish = try ask(model, outside: Outside { $0.alternatives = 1 }) { Retry() }
        #expect(finish.kind == .throttled(retryAfter: .seconds(3)))
        #expect(finish.at == .origin)
        #expect(try ask(Script(lines: model.lines)) { Retry() }.answer == "ok")
    }

    @Test func `the throttle is checked before the sleep`() throws {
        let throttle = RetryThrottle(RetryThrottlePolicy(percent: 0, reserve: 1))
        let model = Script(.fail(ChatError(.overloaded)))
        let finish = try ask(model) { Retry(throttle: throttle) }
        let starts = model.starts.value
        #expect(starts.count == 2)
        #expect(finish.at == starts.last, "refused at once, not after another wait")
        #expect(finish.kind == .overloaded)
        #expect(finish.events(.gaveUp).map(\.reason) == ["overloaded: too many retries"])
    }

    @Test func `the text of an earlier attempt is kept when a later attempt fails without text`() throws {
        let cut = ChatError(.timedOut(.silence))
        let model = Script(.breakOff("half an answer", cut), .fail(ChatError(.overloaded)))
        let finish = try ask(model) { Retry() }
        #expect(finish.answer == "half an answer")
        #expect(model.starts.value.count == 3)
    }

    @Test func `the text of an earlier attempt comes with its own usage and model`() throws {
        let cut = ChatError(.timedOut(.silence))
        let lines: [Script.Line] = [
            .breakOff("half an answer", cut),
            .fail(ChatError(.overloaded, usage: Usage(inputTokens: 900, outputTokens: 0))),
        ]
        let alone = try #require(try ask(Script(lines: lines)) { Retry(.never) }.response)
        let kept = try #require(try ask(Script(lines: lines)) { Retry() }.response)
        #expect(alone.usage.inputTokens < 900 && alone.usage.outputTokens > 0)
        #expect(kept.usage == alone.usage, "not the usage of the attempt that failed without text")
        #expect(kept.model == alone.model)
        #expect(kept.fallbackLevel == alone.fallbackLevel)
        #expect(kept.finishReason == .partial(.error(.timedOut(.silence))), "what cut the text, not the last failure")
    }

    @Test func `a later text replaces an earlier one`() throws {
        let cut = ChatError(.timedOut(.silence))
        let model = Script(.breakOff("first", cut), .breakOff("second", cut), .fail(ChatError(.server)))
        #expect(try ask(model) { Retry() }.answer == "second")
    }

    @Test func `the layer can be replaced alone`() throws {
        let simulation = Simulation(seed: 1)
        let model = Script(.fail(ChatError(.server)))
        let pipeline = try Pipeline(model: model) { Retry() }.running(on: simulation)
        let patient = try pipeline.replacing(Retry.self, with: Retry(RetryPolicy(maximumAttempts: 5), throttle: nil))
        #expect(throws: ChatError.self) { try simulation.run { try await patient.respond(to: "hi") } }
        #expect(model.starts.value.count == 5)
        #expect(patient.layer(Retry.self)?.policy.maximumAttempts == 5)
        #expect(patient.worstCase().attempts == 5)
    }
}
