import Ladder
import LadderTesting
import TestSupport
import Testing

/// A rehearsal in virtual time shares all its layers with the pipeline that serves production.
@Suite struct RehearsalTests {
    /// Two deployments that fail while the test says so, and every layer that keeps state.
    private struct Production {
        let isDown = Shared(false)
        let failsOnce = Shared(false)
        let breaker = CircuitBreaker()
        let throttle = RetryThrottle()
        let router: ModelRouter
        let pipeline: Pipeline

        init() throws {
            let (isDown, failsOnce) = (isDown, failsOnce)
            func deployment(_ id: String, weight: Double) -> Deployment {
                let client = FakeModel(id) { _, _, _ in
                    if isDown.value { throw ChatError(.throttled(retryAfter: .seconds(30 * 86_400))) }
                    let fails = failsOnce.change { fails in
                        defer { fails = false }
                        return fails
                    }
                    if fails { throw ChatError(.server) }
                    return Reply(model: id, Completion("from \(id)"))
                }
                return Deployment(id, client: client, weight: weight)
            }
            router = ModelRouter("chat", deployments: [deployment("a", weight: 1), deployment("b", weight: 0)])
            let backoff = Backoff(base: .nanoseconds(1), cap: .nanoseconds(1), jitter: .none)
            let (router, breaker, throttle) = (router, breaker, throttle)
            pipeline = try Pipeline(models: []) {
                router
                breaker
                Retry(RetryPolicy(backoff: backoff), throttle: throttle)
                Timeout()
            }
        }

        /// What the live pipeline's layers remember.
        var liveState: [String] {
            [
                "a \(breaker.state(of: "a", on: .live))", "b \(breaker.state(of: "b", on: .live))",
                "retries \(throttle.retriesLeft(on: .live))",
                "cooldowns \(router.deployments(on: .live).compactMap(\.cooldownEnd).count)",
                "active \(router.deployments(on: .live).map(\.activeCalls))",
            ]
        }

        /// Plays an outage of an hour, thirty days after the simulation began.
        func rehearseOutage(seed: UInt64) throws -> Simulation {
            let simulation = Simulation(seed: seed)
            let rehearsal = pipeline.running(on: simulation)
            isDown.change { $0 = true }
            defer { isDown.change { $0 = false } }
            try simulation.run {
                try await simulation.sleep(until: Instant(sinceOrigin: .seconds(30 * 86_400)))
                for _ in 0..<60 {
                    await #expect(throws: ChatError.self) { try await rehearsal.respond(to: "hi") }
                    try await simulation.sleep(until: simulation.now + .seconds(60))
                }
            }
            return simulation
        }
    }

    @Test func `an outage in a rehearsal changes nothing for the live pipeline`() async throws {
        let production = try Production()
        #expect(try await production.pipeline.respond(to: "hi").content == "from a")
        let before = production.liveState
        #expect(before.first == "a closed")

        let simulation = try production.rehearseOutage(seed: 1)
        let rehearsed = production.breaker.state(of: "a", on: Runtime(simulation))
        guard case .open = rehearsed else {
            Issue.record("the outage opens the breaker of the rehearsal, which is \(rehearsed)")
            return
        }
        #expect(production.liveState == before)

        // The live pipeline answers at its first attempt, at the deployment it prefers.
        let after = try await production.pipeline.respond(to: "hi")
        #expect(after.content == "from a")
        #expect(after.attempts.count == 1)
        #expect(production.liveState == before)
        // It may still retry.
        production.failsOnce.change { $0 = true }
        let retried = try await production.pipeline.respond(to: "hi")
        #expect(retried.content == "from a")
        #expect(retried.attempts.map(\.error) == [.server, nil])
    }

    @Test func `an outage of the live pipeline changes nothing for a rehearsal, and no rehearsal for the next`()
        async throws
    {
        let production = try Production()
        production.isDown.change { $0 = true }
        await #expect(throws: ChatError.self) { try await production.pipeline.respond(to: "hi") }
        production.isDown.change { $0 = false }
        let live = production.liveState
        #expect(live.first?.hasPrefix("a open") == true)
        for seed in 1...3 as ClosedRange<UInt64> {
            _ = try production.rehearseOutage(seed: seed)
            let simulation = Simulation(seed: seed)
            let rehearsal = production.pipeline.running(on: simulation)
            let answer = try simulation.run { try await rehearsal.respond(to: "hi") }
            #expect(answer.content == "from a")
            #expect(answer.attempts.count == 1)
        }
        #expect(production.liveState == live)
    }
}
