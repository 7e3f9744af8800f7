import LadderCore
import LadderRetry
import LadderTesting
import TestSupport
import Testing

/// What can change while Retry sleeps.
@Suite struct LateTimerTests {
    /// A simulation in which every sleep ends late.
    private final class LateSleeper: RuntimeDriver {
        let simulation: Simulation
        let lateness: Duration

        init(_ simulation: Simulation, lateness: Duration) {
            self.simulation = simulation
            self.lateness = lateness
        }

        var now: Instant { simulation.now }
        var wallNow: WallTime { simulation.wallNow }
        func sleep(until instant: Instant) async throws { try await simulation.sleep(until: instant + lateness) }
        func random() -> UInt64 { simulation.random() }
        func spawn(_ name: String, operation work: @escaping @isolated(any) @Sendable () async -> Void)
            -> @Sendable () -> Void
        {
            simulation.spawn(name, operation: work)
        }
    }

    @Test(arguments: [(Duration.milliseconds(499), ChatError.Kind?.none), (.milliseconds(500), .server)])
    func `a timer that wakes late does not turn the provider's error into deadlineExceeded`(
        lateness: Duration, kind: ChatError.Kind?
    ) throws {
        let simulation = Simulation()
        let model = Script(.fail(ChatError(.server, message: "the first failure")), .answer("ok"))
        let pipeline = try Pipeline(model: model) { Retry(RetryPolicy(backoff: Backoff(jitter: .none))) }
            .running(on: LateSleeper(simulation, lateness: lateness))
        let error = try simulation.run { () -> ChatError? in
            do {
                _ = try await pipeline.respond(to: "hi", options: CallOptions(timeLimit: .seconds(1)))
                return nil
            } catch {
                return error as? ChatError
            }
        }
        #expect(error?.kind == kind)
        #expect(model.starts.value.count == (kind == nil ? 2 : 1))
    }

    /// Asks the rest of the pipeline in two branches at the same time, with one alternative behind them.
    private struct TwoBranches: Middleware {
        let left = Shared(-1)

        func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
            var context = context
            context.alternatives = 1
            let branch = context
            async let first = next(request, branch)
            async let second = next(request, branch)
            do {
                _ = try await first
            } catch {}
            do {
                return try await second
            } catch {
                left.change { $0 = branch.attemptsLeft }
                throw error
            }
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `parallel branches leave the last attempt for the alternative`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let model = Script(.fail(ChatError(.server)))
        let branches = TwoBranches()
        let pipeline = try Pipeline(model: model) {
            branches
            Retry(throttle: nil)
        }.running(on: simulation)
        #expect(throws: ChatError.self) {
            try simulation.run {
                try await pipeline.respond(to: "hi", options: CallOptions(maximumAttempts: 4))
            }
        }
        #expect(branches.left.value == 1)
        #expect(model.starts.value.count == 3)
    }
}
