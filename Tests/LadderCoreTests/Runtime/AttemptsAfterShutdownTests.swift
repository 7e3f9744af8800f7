import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

/// What a call may do that is still open when the layers shut down.
@Suite struct AttemptsAfterShutdownTests {
    /// Waits ten seconds after a failure and asks again; the wait runs in the caller's task, which no shutdown cancels.
    private struct AskAgainLater: Middleware {
        let wasShutDown = Shared<Instant?>(nil)
        let simulation: Simulation

        func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
            do {
                return try await next(request, context)
            } catch {
                try await context.runtime.sleep(for: .seconds(10))
                return try await next(request, context)
            }
        }

        func shutdown() async {
            let now = simulation.now
            wasShutDown.change { $0 = now }
        }
    }

    @Test(arguments: [false, true], [false, true])
    func `no model is asked after a shutdown has cancelled`(isStreamed: Bool, hasLimit: Bool) throws {
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel("m", .fail(.server), .reply("too late"))
        let layer = AskAgainLater(simulation: simulation)
        let pipeline = try Pipeline(model: model) { layer }.running(on: simulation)
        let options = CallOptions(timeLimit: hasLimit ? .seconds(600) : nil)
        let (alive, error) = try simulation.run { () -> ([String], (any Error)?) in
            async let content =
                isStreamed
                ? pipeline.streamResponse(to: "hi", options: options).collect().content
                : pipeline.respond(to: "hi", options: options).content
            try await simulation.sleep(until: Instant(sinceOrigin: .seconds(1)))
            let alive = await pipeline.shutdown(within: .seconds(2))
            do { _ = try await content } catch { return (alive, error) }
            return (alive, nil)
        }
        #expect(alive == ["1 open call"])
        #expect(layer.wasShutDown.value == Instant(sinceOrigin: .milliseconds(3_100)))
        #expect(error is CancellationError)
        #expect(model.asks.count == 1)
        #expect(simulation.now == Instant(sinceOrigin: .seconds(10)))
    }

    @Test func `an open call may ask again while the shutdown still waits`() throws {
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel("m", .fail(.server), .reply("in time"))
        let pipeline = try Pipeline(model: model) { AskAgainLater(simulation: simulation) }.running(on: simulation)
        let (alive, content) = try simulation.run {
            async let content = pipeline.respond(to: "hi").content
            try await simulation.sleep(until: Instant(sinceOrigin: .seconds(1)))
            return (await pipeline.shutdown(within: .seconds(60)), try await content)
        }
        #expect(alive.isEmpty)
        #expect(content == "in time")
    }

    @Test func `a shutdown of one pipeline cancels no call of another`() throws {
        let simulation = Simulation(seed: 1)
        let first = try Pipeline(model: ScriptedModel("m", .stall)).running(on: simulation)
        let second = try Pipeline(model: ScriptedModel("m")).running(on: simulation)
        try simulation.run {
            let call = Task(executorPreference: simulation) { try await first.respond(to: "hi") }
            try await simulation.sleep(until: Instant(sinceOrigin: .seconds(1)))
            await first.shutdown(within: .seconds(1))
            #expect(try await second.respond(to: "hi").content == "ok")
            call.cancel()
            _ = await call.result
        }
    }
}
