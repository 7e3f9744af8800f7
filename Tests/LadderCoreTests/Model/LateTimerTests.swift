import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

/// A timer can wake late. What the model does between the limit and the timer must be judged by the time, not by the
/// timer.
@Suite struct LateTimerTests {
    /// A simulation in which the timers of attempts wake late, and nothing else.
    private final class LateTimers: RuntimeDriver {
        @TaskLocal private static var isLate = false

        let simulation = Simulation(seed: 1)
        let lateness = Duration.seconds(5)

        var now: Instant { simulation.now }
        var wallNow: WallTime { simulation.wallNow }
        func sleep(until instant: Instant) async throws {
            try await simulation.sleep(until: LateTimers.isLate ? instant + lateness : instant)
        }
        func random() -> UInt64 { simulation.random() }
        func spawn(_ name: String, operation work: @escaping @isolated(any) @Sendable () async -> Void)
            -> @Sendable () -> Void
        {
            LateTimers.$isLate.withValue(name == "time limit") { simulation.spawn(name, operation: work) }
        }
    }

    private func outcome(
        of steps: [ScriptedStep], isStreamed: Bool, options: CallOptions = CallOptions(),
        @PipelineBuilder layers: () -> [any Middleware]
    ) throws -> (result: Result<ChatResponse, any Error>, asks: Int) {
        let driver = LateTimers()
        let model = ScriptedModel("m", steps: steps)
        let pipeline = try Pipeline(model: model, layers: layers).running(on: driver)
        let outcome = try driver.simulation.run {
            await result(of: {
                isStreamed
                    ? try await pipeline.streamResponse(to: "hi", options: options).collect()
                    : try await pipeline.respond(to: "hi", options: options)
            })
        }
        return (outcome, model.attempts.count)
    }

    @Test(arguments: [false, true])
    func `first content after a total limit is late although the timer has not fired, and is cured`(
        isStreamed: Bool
    ) throws {
        let steps = [ScriptedStep.stream(["late"], firstAfter: .seconds(3)), .reply("in time")]
        let (result, asks) = try outcome(of: steps, isStreamed: isStreamed) {
            Again()
            // The silence limit lets the model stream below a whole answer.
            Limits(silence: .seconds(60), total: .seconds(2))
        }
        let response = try result.get()
        #expect(response.content == "in time")
        #expect(response.attempts.map(\.error) == [.timedOut(.total), nil])
        #expect(asks == 2)
    }

    @Test(arguments: [false, true])
    func `first content after the deadline is late although the timer has not fired`(isStreamed: Bool) throws {
        let (result, _) = try outcome(
            of: [.stream(["late"], firstAfter: .seconds(3))], isStreamed: isStreamed,
            options: CallOptions(timeLimit: .seconds(2))
        ) { Limits(silence: .seconds(60)) }
        let error = #expect(throws: ChatError.self) { try result.get() }
        #expect(error?.kind == .deadlineExceeded)
    }

    @Test(arguments: [false, true])
    func `a provider's error between the limit and its late timer stays the provider's`(isStreamed: Bool) throws {
        for options in [CallOptions(timeLimit: .seconds(2)), CallOptions()] {
            let steps = [ScriptedStep.fail(ChatError(.server, message: "its own words"), after: .seconds(3))]
            let (result, _) = try outcome(of: steps, isStreamed: isStreamed, options: options) {
                Limits(total: .seconds(2))
            }
            let error = #expect(throws: ChatError.self) { try result.get() }
            #expect(error?.kind == .server)
            #expect(error?.message == "its own words")
            #expect(error?.attempts.map(\.error) == [.server])
        }
    }
}
