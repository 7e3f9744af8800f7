import Ladder
import LadderTesting
import TestSupport
import Testing

/// Shutting down cancels all work that Ladder has spawned, its timers too. No caller may wait for ever because of that.
@Suite struct ShutdownUnderLimitsTests {
    @Test(arguments: [false, true])
    func `callers of a model that ignores cancellation leave at a shutdown`(streamed: Bool) throws {
        let simulation = Simulation(seed: 1)
        let step = streamed ? ScriptedStep.stallAfter(1) : .stall
        let pipeline = try Pipeline(model: ScriptedModel("m", step.ignoringCancellation())) {
            Timeout(firstToken: nil, silence: nil, total: .seconds(10))
        }
        .running(on: simulation)
        let end = Shared<Instant?>(nil)
        try simulation.run {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    if streamed {
                        _ = try? await pipeline.streamResponse(to: "hi").collect()
                    } else {
                        _ = try? await pipeline.respond(to: "hi")
                    }
                    let now = simulation.now
                    end.change { $0 = now }
                }
                try? await simulation.sleep(until: simulation.now + .seconds(1))
                await pipeline.shutdown(within: .seconds(1))
            }
        }
        #expect(try #require(end.value) <= .origin + .seconds(3))
    }

    @Test func `an abandoned attempt that only has to be settled is cancelled too`() throws {
        let simulation = Simulation(seed: 1)
        let account = LedgerAccount(tokens: 10_000)
        let model = ScriptedModel("m", .stall)
        let pipeline = try Pipeline(model: model) { Spending(account) }.running(on: simulation)
        let (alive, error) = try simulation.run { () -> ([String], (any Error)?) in
            async let answer = pipeline.respond(to: "hi")
            try await simulation.sleep(until: .origin + .seconds(1))
            let alive = await pipeline.shutdown(within: .seconds(1))
            do { _ = try await answer } catch { return (alive, error) }
            return (alive, nil)
        }
        #expect(alive.isEmpty)
        #expect(error is CancellationError)
        #expect(account.balance.openReservations == 0)
    }
}
