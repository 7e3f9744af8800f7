import LadderCore
import LadderRetry
import LadderTesting
import LadderTimeout
import TestSupport
import Testing

@Suite struct RetryOverTimeoutTests {
    private static let seeds = 0..<25 as Range<UInt64>

    private func respond(
        _ model: PlaybackModel, seed: UInt64, streamed: Bool = false, options: CallOptions = CallOptions()
    ) throws -> (response: ChatResponse, at: Instant, simulation: Simulation) {
        let simulation = Simulation(seed: seed)
        let pipeline = try Pipeline(model: model) {
            Retry()
            Timeout()
        }.running(on: simulation)
        let (response, at) = try simulation.run {
            streamed
                ? (try await pipeline.streamResponse(to: ChatRequest("hi"), options: options).collect(), simulation.now)
                : (try await pipeline.respond(to: "hi", options: options), simulation.now)
        }
        return (response, at, simulation)
    }

    @Test(arguments: seeds, [false, true])
    func `200 then silence never fails over`(seed: UInt64, streamed: Bool) throws {
        let outcome = try respond(PlaybackModel([.hang], [.hang], [.say("ok")]), seed: seed, streamed: streamed)
        #expect(outcome.response.content == "ok")
        #expect(outcome.response.attempts.map(\.error) == [.timedOut(.firstToken), .timedOut(.firstToken), nil])
        #expect(outcome.at >= Instant(sinceOrigin: .seconds(20)), "every attempt has its own ten seconds")
        #expect(outcome.at <= Instant(sinceOrigin: .milliseconds(21_500)))
        #expect(outcome.simulation.alive == ["attempt", "attempt"])
    }

    @Test(arguments: seeds)
    func `a cut before any text was read is retried, and the text is not doubled`(seed: UInt64) throws {
        let outcome = try respond(PlaybackModel([.say("once "), .hang], [.say("once "), .say("upon")]), seed: seed)
        #expect(outcome.response.content == "once upon")
        #expect(outcome.response.finishReason == .stop)
    }

    @Test(arguments: seeds)
    func `a cut after the last attempt is returned as partial`(seed: UInt64) throws {
        let outcome = try respond(PlaybackModel([.say("once "), .hang]), seed: seed)
        #expect(outcome.response.content == "once ")
        #expect(outcome.response.finishReason == .partial(.error(.timedOut(.silence))))
        #expect(outcome.response.attempts.count == 3)
    }

    @Test(arguments: seeds)
    func `a stream that has sent text is not restarted`(seed: UInt64) throws {
        let outcome = try respond(PlaybackModel([.say("once "), .hang], [.say("again")]), seed: seed, streamed: true)
        #expect(outcome.response.content == "once ")
        #expect(outcome.response.attempts.count == 1)
    }

    @Test(arguments: seeds)
    func `the deadline ends all attempts on time`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let model = PlaybackModel([.hang])
        let pipeline = try Pipeline(model: model) {
            Retry()
            Timeout()
        }.running(on: simulation)
        let (error, at) = try simulation.run { () -> (ChatError?, Instant) in
            do {
                _ = try await pipeline.respond(to: "hi", options: CallOptions(timeLimit: .seconds(15)))
                return (nil, simulation.now)
            } catch {
                return (error as? ChatError, simulation.now)
            }
        }
        #expect(error?.kind == .deadlineExceeded)
        #expect(error?.lastRealError?.kind == .timedOut(.firstToken))
        #expect(at == Instant(sinceOrigin: .seconds(15)))
    }

    @Test func `each layer can be swapped alone`() throws {
        let simulation = Simulation(seed: 1)
        let pipeline = try Pipeline(model: PlaybackModel([.hang], [.say("ok")])) {
            Retry()
            Timeout()
        }.running(on: simulation)
        let hasty = try pipeline.replacing(Timeout.self, with: Timeout(firstToken: .seconds(1)))
        let (answer, at) = try simulation.run { (try await hasty.respond(to: "hi").content, simulation.now) }
        #expect(answer == "ok")
        #expect(at <= Instant(sinceOrigin: .milliseconds(1_500)))
        let once = try Pipeline(model: PlaybackModel([.hang], [.say("ok")])) {
            Retry()
            Timeout()
        }.replacing(Retry.self, with: Retry(.never)).running(on: simulation)
        #expect(throws: ChatError.self) { try simulation.run { try await once.respond(to: "hi") } }
    }

    @Test func `explain adds up attempts, waits and time`() throws {
        let pipeline = try Pipeline(model: PlaybackModel([.say("hi")])) {
            Retry()
            Timeout()
        }
        let worst = pipeline.worstCase()
        #expect(worst.attempts == 3)
        #expect(worst.wait == .seconds(122))
        #expect(worst.time == .seconds(302))
        #expect(!pipeline.diagnostics.contains { $0.severity == .unsafe })
    }
}
