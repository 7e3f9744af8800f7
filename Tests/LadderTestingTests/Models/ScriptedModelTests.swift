import LadderCore
import LadderTesting
import Testing

@Suite struct ScriptedModelTests {
    private func results(of count: Int, from model: ScriptedModel, streamed: Bool = false) throws -> [String] {
        let simulation = Simulation(seed: 1)
        let pipeline = try Pipeline(model: model).running(on: simulation)
        return try simulation.run {
            var results: [String] = []
            for _ in 0..<count {
                do {
                    if streamed {
                        results.append(try await pipeline.streamResponse(to: "a b c").collect().content)
                    } else {
                        results.append(try await pipeline.respond(to: "a b c").content)
                    }
                } catch let error as ChatError {
                    results.append(error.kind.name)
                }
            }
            return results
        }
    }

    @Test(arguments: [false, true])
    func `plays one step per attempt and repeats the last`(streamed: Bool) throws {
        let model = ScriptedModel("gpt", .fail(.server), .reply("hi there"))
        #expect(try results(of: 3, from: model, streamed: streamed) == ["server", "hi there", "hi there"])
        #expect(model.attempts.count == 3)
        #expect(model.requests.allSatisfy { $0.lastUserText == "a b c" })
        #expect(model.attempts.map(\.delivery) == Array(repeating: streamed ? .streamed : .whole, count: 3))
    }

    @Test func `starts over or fails after the end of the script if asked to`() throws {
        let looped = ScriptedModel("m", afterwards: .startOver, .fail(.server), .reply("hi"))
        #expect(try results(of: 4, from: looped) == ["server", "hi", "server", "hi"])
        let strict = ScriptedModel("m", afterwards: .fail, .reply("hi"))
        #expect(try results(of: 2, from: strict) == ["hi", "invalidRequest"])
    }

    @Test func `waits in virtual time for the first content and between pieces`() throws {
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel(
            "m", .stream(["a ", "b ", "c"], every: .milliseconds(30), firstAfter: .seconds(1)))
        let pipeline = try Pipeline(model: model).running(on: simulation)
        let times = try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            var times = [simulation.now.sinceOrigin]
            for try await _ in stream.text { times.append(simulation.now.sinceOrigin) }
            _ = try await pipeline.respond(to: "hi")
            return times + [simulation.now.sinceOrigin]
        }
        #expect(times == [1_000, 1_000, 1_030, 1_060, 2_120].map { .milliseconds($0) })
    }

    @Test(arguments: [0, 1, 2, 3])
    func `counts the prompt and every piece that was handed over`(read: Int) throws {
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel("m", .cut(after: 3))
        let pipeline = try Pipeline(model: model).running(on: simulation)
        let attempts = try simulation.run { () async throws -> [Attempt] in
            let stream = try await pipeline.streamResponse(to: "two words")
            for _ in 0..<read { _ = try await stream.next() }
            return stream.attempts
        }
        #expect(attempts.count == 1)
        #expect(model.servedTokens == 2 + max(1, read))
    }

    @Test(arguments: [["to", "ken s"], ["token", " s"], [" tok", "", "en s "]])
    func `counts words wherever the pieces are cut`(pieces: [String]) throws {
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel("m", .stream(pieces))
        let pipeline = try Pipeline(model: model).running(on: simulation)
        let usage = try simulation.run { try await pipeline.streamResponse(to: "hi").collect().usage }
        #expect(usage == Usage(inputTokens: 1, outputTokens: 2))
        #expect(model.servedTokens == 3)
    }

    @Test func `reports the usage of its completion`() throws {
        let completion = Completion("hi", usage: Usage(inputTokens: 100, outputTokens: 50))
        let model = ScriptedModel("m", .reply(completion))
        #expect(try results(of: 1, from: model) + results(of: 1, from: model, streamed: true) == ["hi", "hi"])
        #expect(model.servedTokens == 300)
    }

    @Test func `a failure serves the usage of its error`() throws {
        let model = ScriptedModel("m", .fail(ChatError(.contentFiltered, usage: Usage(inputTokens: 7))))
        #expect(
            try results(of: 1, from: model) + results(of: 1, from: model, streamed: true) == [
                "contentFiltered", "contentFiltered",
            ])
        #expect(model.servedTokens == 14)
    }

    @Test func `a stall never ends, except by cancellation`() throws {
        let simulation = Simulation(seed: 1)
        let pipeline = try Pipeline(model: ScriptedModel("m", .stall)).running(on: simulation)
        #expect(throws: Deadlock.self) { try simulation.run { try await pipeline.respond(to: "hi") } }
        let other = Simulation(seed: 1)
        #expect(throws: CancellationError.self) {
            try other.run {
                let call = Task(executorPreference: other) {
                    try await pipeline.running(on: other).respond(to: "hi")
                }
                try await other.sleep(for: .seconds(5))
                call.cancel()
                _ = try await call.value
            }
        }
        #expect(other.now == .origin + .seconds(5))
    }

    @Test func `a step that ignores cancellation goes on after it`() throws {
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel("m", .ignoringCancellation(after: .seconds(40), then: .reply("late")))
        let pipeline = try Pipeline(model: model).running(on: simulation)
        #expect(throws: ChatError.self) {
            try simulation.run {
                try await pipeline.respond(to: "hi", options: CallOptions(timeLimit: .seconds(3)))
            }
        }
        #expect(simulation.now == .origin + .seconds(40))
        #expect(model.servedTokens == 2)
        #expect(simulation.alive.isEmpty)
    }

    @Test func `records the attempt as the layers narrowed it`() throws {
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel("m")
        let pipeline = try Pipeline(model: model).running(on: simulation)
        try simulation.run {
            _ = try await pipeline.respond(
                to: "hi", options: CallOptions(deadline: .origin + .seconds(9), maximumAttempts: 3))
        }
        let attempt = try #require(model.attempts.first)
        #expect(attempt.deadline == .origin + .seconds(9))
        #expect(attempt.attemptsLeft == 2)
        #expect(attempt.target == "m")
    }
}
