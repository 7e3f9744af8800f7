import LadderCore
import LadderTesting
import TestSupport
import Testing

@testable import LadderRetry

@Suite struct RetryThrottleTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a storm of calls never retries more than the throttle allows`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let model = Script(.fail(ChatError(.overloaded)))
        let throttle = RetryThrottle()
        let first = try Pipeline(model: model) { Retry(throttle: throttle) }.running(on: simulation)
        let second = try Pipeline(model: model) { Retry(throttle: throttle) }.running(on: simulation)
        let kinds = try simulation.run {
            await withTaskGroup(of: ChatError.Kind?.self) { group in
                for number in 0..<200 {
                    let pipeline = number % 2 == 0 ? first : second
                    group.addTask {
                        do {
                            _ = try await pipeline.respond(to: "hi")
                            return nil
                        } catch {
                            return (error as? ChatError)?.kind
                        }
                    }
                }
                return await group.reduce(into: [ChatError.Kind?]()) { $0.append($1) }
            }
        }
        // All calls come within one window: 200 first attempts, a fifth of that and the reserve, over two layers together.
        #expect(model.starts.value.count == 200 + 40 + 10)
        #expect(kinds.allSatisfy { $0 == .overloaded }, "the original error is kept")
        #expect(throttle.retriesLeft(on: Runtime(simulation)) == 0)
    }

    @Test func `two threads never take the same retry`() async {
        let runtime = Runtime(Simulation())
        let throttle = RetryThrottle(RetryThrottlePolicy(reserve: 1000))
        let taken = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask { @concurrent in
                    (0..<2_000).reduce(0) { count, number in
                        if number % 2 == 0 { throttle.recordCall(on: runtime) }
                        return throttle.takeRetry(on: runtime) ? count + 1 : count
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(taken == 1000 + 8_000 / 5)
    }

    @Test func `a rehearsal in virtual time leaves the retries of the live pipeline alone`() async throws {
        // The only waits in real time are the two backoffs of a nanosecond.
        let backoff = Backoff(base: .nanoseconds(1), cap: .nanoseconds(1), jitter: .none)
        let throttle = RetryThrottle(RetryThrottlePolicy(percent: 0, window: .seconds(3_600), reserve: 2))
        let layer = Retry(RetryPolicy(maximumAttempts: 20, backoff: backoff), throttle: throttle)
        let production = try Pipeline(model: Script(.fail(ChatError(.server)), .answer("ok"))) { layer }
        #expect(try await production.respond(to: "hi").content == "ok")
        #expect(throttle.retriesLeft() == 1)

        // The rehearsal takes all its own retries, thirty days ahead.
        let rehearsal = Simulation()
        let rehearsed = try Pipeline(model: Script(.fail(ChatError(.server)))) { layer }.running(on: rehearsal)
        try rehearsal.run {
            try await rehearsal.sleep(until: Instant(sinceOrigin: .seconds(30 * 86_400)))
            do { _ = try await rehearsed.respond(to: "hi") } catch {}
        }
        #expect(throttle.retriesLeft(on: Runtime(rehearsal)) == 0)
        #expect(throttle.retriesLeft() == 1, "neither taken by the rehearsal nor given back by its time")

        let model = Script(.fail(ChatError(.server)), .answer("ok"))
        #expect(try await Pipeline(model: model) { layer }.respond(to: "hi").content == "ok")
        #expect(throttle.retriesLeft() == 0)
    }

    @Test func `each rehearsal starts with a full reserve`() throws {
        let throttle = RetryThrottle(RetryThrottlePolicy(percent: 0, reserve: 1))
        let layer = Retry(throttle: throttle)
        for seed in 1...3 as ClosedRange<UInt64> {
            let model = Script(.fail(ChatError(.server)), .answer("ok"))
            #expect(try ask(model, seed: seed) { layer }.answer == "ok")
        }
    }
}
