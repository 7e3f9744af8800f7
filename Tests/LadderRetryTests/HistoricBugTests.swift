import LadderCore
import LadderRetry
import LadderTesting
import TestSupport
import Testing

/// Bugs of other libraries, each named after what went wrong.
@Suite struct HistoricBugTests {
    private static let seeds = 0..<40 as Range<UInt64>

    /// Cancels a call after a delay, and returns whether it threw a `CancellationError`, and when.
    private func cancelled(
        after delay: Duration, _ model: Script, _ retry: Retry, seed: UInt64
    ) throws -> (isCancellation: Bool, at: Instant, simulation: Simulation) {
        let simulation = Simulation(seed: seed)
        let pipeline = try Pipeline(model: model) { retry }.running(on: simulation)
        let (isCancellation, at) = try simulation.run {
            await withTaskGroup(of: Bool.self) { group in
                group.addTask {
                    do {
                        _ = try await pipeline.respond(to: "hi")
                        return false
                    } catch {
                        return error is CancellationError
                    }
                }
                try? await simulation.sleep(until: Instant(sinceOrigin: delay))
                group.cancelAll()
                return (await group.next() ?? false, simulation.now)
            }
        }
        return (isCancellation, at, simulation)
    }

    @Test(arguments: seeds)
    func `cancel during the retry sleep runs one more attempt`(seed: UInt64) throws {
        let model = Script(.fail(ChatError(.throttled(retryAfter: .seconds(30)))), .answer("ok"))
        let outcome = try cancelled(after: .seconds(7), model, Retry(), seed: seed)
        #expect(outcome.isCancellation)
        #expect(outcome.at == Instant(sinceOrigin: .seconds(7)))
        #expect(model.starts.value.count == 1)
        #expect(outcome.simulation.alive.isEmpty)
    }

    @Test(arguments: seeds)
    func `an attempt starts after cancel or deadline`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let limit = Duration.milliseconds(Int(random.uniform() * 3_000) + 1)
        let policy = RetryPolicy(maximumAttempts: 20)
        let late = Script(.fail(ChatError(.server)))
        let finish = try ask(
            late, seed: seed, options: CallOptions(timeLimit: limit, maximumAttempts: 100)
        ) { Retry(policy, throttle: nil) }
        #expect(late.starts.value.allSatisfy { $0 < Instant(sinceOrigin: limit) })
        #expect(finish.at < Instant(sinceOrigin: limit), "it gives up when the wait does not fit, not at the deadline")
        #expect(finish.kind == .server)

        let left = Script(.fail(ChatError(.server)))
        _ = try cancelled(after: limit, left, Retry(policy, throttle: nil), seed: seed)
        #expect(left.starts.value.allSatisfy { $0 <= Instant(sinceOrigin: limit) })
    }

    @Test func `a cancellation is never retried`() throws {
        // An inner layer throws it although the call was not cancelled: it is passed on, without another attempt.
        struct CancellingLayer: Middleware {
            func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
                _ = try await next(request, context)
                throw CancellationError()
            }
        }
        let model = Script(.answer("ok"))
        let finish = try ask(model) {
            Retry()
            CancellingLayer()
        }
        #expect(finish.error is CancellationError)
        #expect(model.starts.value.count == 1)
    }

    @Test(arguments: seeds)
    func `Retry-After shortened by jitter, or sleeping for days`(seed: UInt64) throws {
        let model = Script(.fail(ChatError(.throttled(retryAfter: .seconds(20)))), .answer("ok"))
        let finish = try ask(model, seed: seed) { Retry() }
        #expect(finish.at >= Instant(sinceOrigin: .seconds(20)))
        #expect(finish.at <= Instant(sinceOrigin: .seconds(21)))
        let days = Script(.fail(ChatError(.throttled(retryAfter: .seconds(3 * 86_400)))), .answer("ok"))
        #expect(try ask(days, seed: seed) { Retry() }.at == .origin)
    }

    @Test(arguments: [false, true])
    func `3 × 3 × 3 attempts`(streamed: Bool) throws {
        let model = Script(.fail(ChatError(.server)))
        let finish = try ask(model, streamed: streamed) {
            Retry(throttle: nil)
            Retry(throttle: nil)
            Retry(throttle: nil)
        }
        #expect(model.starts.value.count == 6, "the call's attempt limit holds for all layers together")
        #expect(finish.kind == .server)
    }

    @Test(arguments: seeds)
    func `stream restarted after text was sent`(seed: UInt64) throws {
        let model = Script(.breakOff("once ", ChatError(.overloaded)), .answer("upon a time"))
        let finish = try ask(model, seed: seed, streamed: true) { Retry() }
        #expect(finish.answer == "once ")
        #expect(model.starts.value.count == 1)
    }

    @Test func `error event after 200 taken for an answer`() throws {
        let model = Script(.breakOff("once ", ChatError(.overloaded)), .answer("upon a time"))
        #expect(try ask(model) { Retry() }.answer == "upon a time")
    }

    @Test func `wall clock set back one hour changes a wait`() throws {
        let simulation = Simulation(seed: 4)
        let model = Script(.fail(ChatError(.throttled(retryAfter: .seconds(20)))), .answer("ok"))
        let pipeline = try Pipeline(model: model) { Retry() }.running(on: simulation)
        let at = try simulation.run {
            async let answer = pipeline.respond(to: "hi")
            try await simulation.sleep(until: Instant(sinceOrigin: .seconds(5)))
            simulation.shiftWallClock(by: .seconds(-3600))
            _ = try await answer
            return simulation.now
        }
        #expect(at >= Instant(sinceOrigin: .seconds(20)) && at <= Instant(sinceOrigin: .seconds(21)))
    }
}
