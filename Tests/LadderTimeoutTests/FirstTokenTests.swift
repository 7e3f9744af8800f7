import LadderCore
import LadderTesting
import LadderTimeout
import TestSupport
import Testing

@Suite struct FirstTokenTests {
    private func pipeline(_ model: PlaybackModel, _ timeout: Timeout, on simulation: Simulation) throws -> Pipeline {
        try Pipeline(model: model) { timeout }.running(on: simulation)
    }

    private func failure(
        of model: PlaybackModel, under timeout: Timeout, streamed: Bool, seed: UInt64
    ) throws -> (error: ChatError?, at: Instant, simulation: Simulation) {
        let simulation = Simulation(seed: seed)
        let pipeline = try pipeline(model, timeout, on: simulation)
        let (error, at) = try simulation.run { () -> (ChatError?, Instant) in
            do {
                if streamed {
                    _ = try await pipeline.streamResponse(to: "hi").collect()
                } else {
                    _ = try await pipeline.respond(to: "hi")
                }
                return (nil, simulation.now)
            } catch {
                return (error as? ChatError, simulation.now)
            }
        }
        return (error, at, simulation)
    }

    @Test(arguments: 0..<25 as Range<UInt64>, [false, true])
    func `the caller of a model that never returns gets the error on time`(seed: UInt64, streamed: Bool) throws {
        let outcome = try failure(of: PlaybackModel([.hang]), under: Timeout(), streamed: streamed, seed: seed)
        #expect(outcome.error?.kind == .timedOut(.firstToken))
        #expect(outcome.error?.occurredDuringAttempt == true)
        #expect(outcome.at == Instant(sinceOrigin: .seconds(10)))
        #expect(outcome.simulation.alive == ["attempt"], "the abandoned work must be named")
        #expect(outcome.simulation.strayJobs == 0)
    }

    @Test(arguments: 0..<25 as Range<UInt64>, [false, true])
    func `a model that ends when it is cancelled leaves no task behind`(seed: UInt64, streamed: Bool) throws {
        let model = PlaybackModel([.wait(.seconds(3600)), .say("late")])
        let outcome = try failure(of: model, under: Timeout(), streamed: streamed, seed: seed)
        #expect(outcome.error?.kind == .timedOut(.firstToken))
        #expect(outcome.at == Instant(sinceOrigin: .seconds(10)))
        #expect(outcome.simulation.alive.isEmpty)
        #expect(outcome.simulation.now == Instant(sinceOrigin: .seconds(10)), "the sleep of the model was cancelled")
    }

    @Test(arguments: [false, true])
    func `keep-alives reset the first-token timer`(streamed: Bool) throws {
        let pings = (0..<20).flatMap { _ in [PlaybackModel.Step.wait(.seconds(1)), .say("")] }
        let outcome = try failure(
            of: PlaybackModel(pings + [.say("late")]), under: Timeout(), streamed: streamed, seed: 1)
        #expect(outcome.error?.kind == .timedOut(.firstToken))
        #expect(outcome.at == Instant(sinceOrigin: .seconds(10)))
    }

    @Test func `content just before the limit is an answer`() throws {
        let model = PlaybackModel([.wait(.milliseconds(9_999)), .say("ok")])
        #expect(try failure(of: model, under: Timeout(), streamed: false, seed: 1).error == nil)
    }

    @Test func `only the total limit applies to a model that does not stream`() throws {
        let slow = PlaybackModel(streams: false, [.wait(.seconds(30)), .say("ok")])
        #expect(try failure(of: slow, under: Timeout(), streamed: false, seed: 1).error == nil)
        let dead = PlaybackModel(streams: false, [.hang])
        let outcome = try failure(of: dead, under: Timeout(), streamed: true, seed: 1)
        #expect(outcome.error?.kind == .timedOut(.total))
        #expect(outcome.at == Instant(sinceOrigin: .seconds(60)))
    }

    @Test(arguments: [false, true])
    func `without limits no answer is cut`(streamed: Bool) throws {
        let model = PlaybackModel([.wait(.seconds(5_000)), .say("a"), .wait(.seconds(5_000)), .say("b")])
        let none = Timeout(firstToken: nil, silence: nil, total: nil)
        #expect(try failure(of: model, under: none, streamed: streamed, seed: 1).error == nil)
    }

    @Test(
        arguments: [
            Duration.seconds(Int64.max), .seconds(200 * 365 * 86_400), Duration(attoseconds: .max),
            Duration(secondsComponent: .max, attosecondsComponent: .max),
        ], [false, true])
    func `absurd limits are harmless`(limit: Duration, streamed: Bool) throws {
        let model = PlaybackModel([.wait(.seconds(5_000)), .say("a"), .wait(.seconds(5_000)), .say("b")])
        let absurd = Timeout(firstToken: limit, silence: limit, total: limit)
        #expect(try failure(of: model, under: absurd, streamed: streamed, seed: 1).error == nil)
    }

    @Test func `the stricter of two limits counts`() throws {
        let simulation = Simulation(seed: 1)
        let recorder = LimitRecorder()
        let pipeline = try Pipeline(model: PlaybackModel([.say("hi")])) {
            Timeout(firstToken: .seconds(5), silence: .seconds(30), total: nil)
            Timeout(firstToken: .seconds(7), silence: .seconds(3), total: .seconds(9))
            recorder
        }.running(on: simulation)
        _ = try simulation.run { try await pipeline.respond(to: "hi") }
        let limits = TimeLimits(
            firstToken: Instant(sinceOrigin: .seconds(5)), total: Instant(sinceOrigin: .seconds(9)),
            silence: .seconds(3), allowsSilentThinking: true)
        #expect(recorder.seen.value == [limits])
    }

    @Test func `a call whose deadline comes first ends with the deadline`() throws {
        let simulation = Simulation(seed: 1)
        let pipeline = try pipeline(PlaybackModel([.hang]), Timeout(), on: simulation)
        let error = try simulation.run { () -> ChatError? in
            do {
                _ = try await pipeline.respond(to: "hi", options: CallOptions(timeLimit: .seconds(4)))
                return nil
            } catch {
                return error as? ChatError
            }
        }
        #expect(error?.kind == .deadlineExceeded)
        #expect(error?.occurredDuringAttempt == true)
    }
}
