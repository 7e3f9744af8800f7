import LadderCore
import LadderTesting
import LadderTimeout
import TestSupport
import Testing

@Suite struct CutStreamTests {
    private func respond(
        _ model: PlaybackModel, seed: UInt64, @PipelineBuilder layers: () -> [any Middleware]
    ) throws -> (ChatResponse, Instant, Simulation) {
        let simulation = Simulation(seed: seed)
        let pipeline = try Pipeline(model: model, layers: layers).running(on: simulation)
        let (response, at) = try simulation.run { (try await pipeline.respond(to: "hi"), simulation.now) }
        return (response, at, simulation)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a whole answer that falls silent is returned as partial when no layer asks again`(seed: UInt64) throws {
        let (response, at, simulation) = try respond(
            PlaybackModel([.say("half "), .wait(.seconds(900)), .say("way")]), seed: seed
        ) {
            Timeout()
        }
        #expect(response.content == "half ")
        #expect(response.finishReason == .partial(.error(.timedOut(.silence))))
        #expect(at == Instant(sinceOrigin: .seconds(20)))
        #expect(response.attempts.map(\.error) == [.timedOut(.silence)])
        #expect(simulation.alive.isEmpty)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a source that ignores cancellation does not hold the caller`(seed: UInt64) throws {
        let (response, at, simulation) = try respond(PlaybackModel([.say("half"), .hang]), seed: seed) { Timeout() }
        #expect(response.content == "half")
        #expect(at == Instant(sinceOrigin: .seconds(20)))
        #expect(simulation.alive == ["stream"])
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a cut whole answer can be asked again, because its text has not reached the caller`(seed: UInt64) throws {
        let model = PlaybackModel([.say("half"), .hang], [.say("all")])
        let (response, at, _) = try respond(model, seed: seed) {
            RetryOnce()
            Timeout()
        }
        #expect(response.content == "all")
        #expect(response.finishReason == .stop)
        #expect(at == Instant(sinceOrigin: .seconds(20)))
        #expect(response.attempts.map(\.error) == [.timedOut(.silence), nil])
    }

    @Test func `keep-alives do not reset the silence limit`() throws {
        let pings = (0..<20).flatMap { _ in [PlaybackModel.Step.wait(.seconds(5)), .say("")] }
        let (response, at, _) = try respond(PlaybackModel([.say("half")] + pings), seed: 1) { Timeout() }
        #expect(response.finishReason == .partial(.error(.timedOut(.silence))))
        #expect(at == Instant(sinceOrigin: .seconds(20)))
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `a stream that never ends is cut at the total limit, as a failure of the model`(seed: UInt64) throws {
        let words = (0..<200).flatMap { _ in [PlaybackModel.Step.say("word "), .wait(.seconds(1))] }
        let (response, at, simulation) = try respond(PlaybackModel(words), seed: seed) { Timeout() }
        #expect(response.finishReason == .partial(.error(.timedOut(.total))))
        #expect((59...61).contains(response.content.split(separator: " ").count))
        #expect(at == Instant(sinceOrigin: .seconds(60)))
        #expect(simulation.alive.isEmpty)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `an answer that has arrived completely before the limit is not cut`(seed: UInt64) throws {
        let words =
            [PlaybackModel.Step.say("a"), .wait(.seconds(5))] + (0..<10).map { _ in PlaybackModel.Step.say("b") }
        let (response, _, _) = try respond(PlaybackModel(words), seed: seed) {
            Timeout(firstToken: nil, silence: nil, total: .milliseconds(5_001))
        }
        #expect(response.content == "abbbbbbbbbb")
        #expect(response.finishReason == .stop)
    }

    @Test func `several short silences do not add up`() throws {
        let words = (0..<3).flatMap { _ in [PlaybackModel.Step.say("word "), .wait(.seconds(19))] }
        let (response, _, _) = try respond(PlaybackModel(words), seed: 1) { Timeout() }
        #expect(response.finishReason == .stop)
    }

    @Test func `an error event after 200 taken for an answer`() throws {
        let model = PlaybackModel([.say("half"), .fail(ChatError(.overloaded))], [.say("all")])
        let (cured, _, _) = try respond(model, seed: 1) {
            RetryOnce()
            Timeout()
        }
        #expect(cured.content == "all")
        let (cut, _, _) = try respond(PlaybackModel([.say("half"), .fail(ChatError(.overloaded))]), seed: 1) {
            Timeout()
        }
        #expect(cut.finishReason == .partial(.error(.overloaded)))
        #expect(cut.content == "half")
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a streamed answer that falls silent ends as partial`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let pipeline = try Pipeline(model: PlaybackModel([.say("half"), .hang])) {
            RetryOnce()
            Timeout()
        }.running(on: simulation)
        let (response, at) = try simulation.run {
            (try await pipeline.streamResponse(to: "hi").collect(), simulation.now)
        }
        #expect(response.content == "half", "text that the reader has is never sent again")
        #expect(response.finishReason == .partial(.error(.timedOut(.silence))))
        #expect(response.attempts.map(\.error) == [.timedOut(.silence)])
        #expect(at == Instant(sinceOrigin: .seconds(20)))
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a reader that stalls is not a failure of the model`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let pipeline = try Pipeline(model: PlaybackModel((0..<10).map { .say("\($0)") })) { Timeout() }
            .running(on: simulation)
        let (reason, attempts) = try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            _ = try await stream.next()
            try await simulation.sleep(until: Instant(sinceOrigin: .seconds(300)))
            let response = try await stream.collect()
            return (response.finishReason, response.attempts)
        }
        #expect(reason == .partial(.readerTooSlow))
        #expect(attempts.map(\.error) == [nil])
    }

    @Test func `the silence limit does not run while the reader is away`() throws {
        let simulation = Simulation(seed: 1)
        let model = PlaybackModel([.say("a"), .wait(.seconds(50)), .say("b")])
        let pipeline = try Pipeline(model: model) { Timeout() }.running(on: simulation)
        let response = try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            _ = try await stream.next()
            try await simulation.sleep(until: Instant(sinceOrigin: .seconds(40)))
            return try await stream.collect()
        }
        #expect(response.finishReason == .stop)
        #expect(response.content == "ab")
    }
}
