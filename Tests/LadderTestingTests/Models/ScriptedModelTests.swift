import LadderCore
import LadderTesting
import Testing

@Suite struct ScriptedModelTests {
    private func kinds(_ count: Int, _ model: ScriptedModel, streamed: Bool = false) throws -> [String] {
        let simulation = Simulation(seed: 1)
        let pipeline = try Pipeline(model: model).running(on: simulation)
        return try simulation.run {
            var said: [String] = []
            for _ in 0..<count {
                do {
                    if streamed {
                        said.append(try await pipeline.streamResponse(to: "a b c").collect().content)
                    } else {
                        said.append(try await pipeline.respond(to: "a b c").content)
                    }
                } catch let error as ChatError {
                    said.append(error.kind.name)
                }
            }
            return said
        }
    }

    @Test(arguments: [false, true])
    func `plays one step per attempt and repeats the last`(streamed: Bool) throws {
        let model = ScriptedModel("gpt", .fail(.server), .reply("hi there"))
        #expect(try kinds(3, model, streamed: streamed) == ["server", "hi there", "hi there"])
        #expect(model.asks.count == 3)
        #expect(model.requests.allSatisfy { $0.lastUserText == "a b c" })
        #expect(model.asks.map(\.delivery) == Array(repeating: streamed ? .streamed : .whole, count: 3))
    }

    @Test func `starts over or fails after the end of the script if asked to`() throws {
        let looped = ScriptedModel("m", afterwards: .startOver, .fail(.server), .reply("hi"))
        #expect(try kinds(4, looped) == ["server", "hi", "server", "hi"])
        let strict = ScriptedModel("m", afterwards: .fail, .reply("hi"))
        #expect(try kinds(2, strict) == ["hi", "invalidRequest"])
    }

    @Test func `waits in virtual time for the head and between pieces`() throws {
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

    @Test func `tells what the completion says it used`() throws {
        let completion = Completion("hi", usage: Usage(inputTokens: 100, outputTokens: 50))
        let model = ScriptedModel("m", .reply(completion))
        #expect(try kinds(1, model) + kinds(1, model, streamed: true) == ["hi", "hi"])
        #expect(model.servedTokens == 300)
    }

    @Test func `a failure serves what its error says was used`() throws {
        let model = ScriptedModel("m", .fail(ChatError(.contentFiltered, usage: Usage(inputTokens: 7))))
        #expect(try kinds(1, model) + kinds(1, model, streamed: true) == ["contentFiltered", "contentFiltered"])
        #expect(model.servedTokens == 14)
    }

    @Test func `a stall hangs for ever and hears cancellation`() throws {
        let simulation = Simulation(seed: 1)
        let pipeline = try Pipeline(model: ScriptedModel("m", .stall)).running(on: simulation)
        #expect(throws: Deadlock.self) { try simulation.run { try await pipeline.respond(to: "hi") } }
        let other = Simulation(seed: 1)
        #expect(throws: CancellationError.self) {
            try other.run {
                let call = Task(executorPreference: other) {
                    try await pipeline.running(on: other).respond(to: "hi")
                }
                try await other.sleep(until: .origin + .seconds(5))
                call.cancel()
                _ = try await call.value
            }
        }
        #expect(other.now == .origin + .seconds(5))
    }

    @Test func `a deaf step goes on after cancellation`() throws {
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

    @Test func `sees the attempt as the layers narrowed it`() throws {
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel("m")
        let pipeline = try Pipeline(model: model).running(on: simulation)
        try simulation.run {
            _ = try await pipeline.respond(
                to: "hi", options: CallOptions(deadline: .origin + .seconds(9), maximumAttempts: 3))
        }
        let ask = try #require(model.asks.first)
        #expect(ask.deadline == .origin + .seconds(9))
        #expect(ask.attemptsLeft == 2)
        #expect(ask.target == "m")
    }
}
