import Ladder
import LadderTesting
import TestSupport
import Testing

/// Models that ignore cancellation: the caller leaves on time, the work is cancelled, and it is settled when it ends.
@Suite struct IgnoredCancellationTests {
    private struct Ending: Sendable {
        let error: ChatError?
        let at: Instant
        let alive: [String]
        let balance: LedgerBalance
    }

    private func ask(
        _ step: ScriptedStep, under timeout: Timeout, streamed: Bool, seed: UInt64, account: LedgerAccount,
        seen: RecordingMiddleware = RecordingMiddleware(), model: ScriptedModel
    ) throws -> (Simulation, Ending) {
        let simulation = Simulation(seed: seed)
        let pipeline = try Pipeline(model: model) {
            seen
            Spending(account)
            timeout
        }.running(on: simulation)
        let ending = try simulation.run { () -> Ending in
            do {
                if streamed {
                    _ = try await pipeline.streamResponse(to: "hi")
                } else {
                    _ = try await pipeline.requiringComplete().respond(to: "hi")
                }
                return Ending(error: nil, at: simulation.now, alive: [], balance: account.balance)
            } catch {
                return Ending(
                    error: error as? ChatError, at: simulation.now, alive: simulation.alive, balance: account.balance)
            }
        }
        return (simulation, ending)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>, [false, true])
    func `a model that answers an hour late is abandoned on time and settled at its end`(seed: UInt64, streamed: Bool)
        throws
    {
        let account = LedgerAccount(tokens: 10_000)
        let seen = RecordingMiddleware()
        let step = ScriptedStep.ignoringCancellation(after: .seconds(3_600), then: .reply("too late"))
        let model = ScriptedModel("m", step)
        let (simulation, ending) = try ask(
            step, under: Timeout(firstToken: nil, silence: nil, total: .seconds(5)), streamed: streamed, seed: seed,
            account: account, seen: seen, model: model)
        #expect(ending.error?.kind == .timedOut(.total))
        #expect(ending.error?.attempts.map(\.error) == [.timedOut(.total)])
        #expect(ending.at == Instant(sinceOrigin: .seconds(5)))
        #expect(ending.alive.contains("attempt"))
        #expect(ending.balance.openReservations == 1)
        // An hour later it is over: the attempt has an end and what it used.
        let attempt = try #require(seen.records.first?.context.call.lastAttempt)
        #expect(attempt.end == Instant(sinceOrigin: .seconds(3_600)))
        #expect((attempt.usage?.totalTokens ?? 0) > 0)
        let verdicts = seen.records.first?.context.call.trace.events.map(\.verdict)
        #expect(verdicts == [.failed, .abandoned])
        #expect(account.balance.openReservations == 0)
        #expect(account.balance.spentTokens == model.servedTokens)
        #expect(account.lostReservations == 0)
        #expect(simulation.alive.isEmpty)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>, [false, true])
    func `a model that never returns is abandoned on time and reported as alive`(seed: UInt64, streamed: Bool) throws {
        let account = LedgerAccount()
        let step = ScriptedStep.stall.ignoringCancellation()
        let (simulation, ending) = try ask(
            step, under: Timeout(firstToken: nil, silence: nil, total: .seconds(5)), streamed: streamed, seed: seed,
            account: account, model: ScriptedModel("m", step))
        #expect(ending.error?.kind == .timedOut(.total))
        #expect(ending.at == Instant(sinceOrigin: .seconds(5)))
        #expect(simulation.alive == ["attempt"])
        #expect(account.balance.openReservations == 1)
        #expect(throws: InvariantReport.self) { try Invariants(of: simulation).check() }
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `a model that is silent after its first content is abandoned on time and reported as alive`(seed: UInt64)
        throws
    {
        let account = LedgerAccount()
        let step = ScriptedStep.stallAfter(2).ignoringCancellation()
        let model = ScriptedModel("m", step)
        let (simulation, ending) = try ask(
            step, under: Timeout(firstToken: nil, silence: .seconds(3), total: nil), streamed: false, seed: seed,
            account: account, model: model)
        #expect(ending.error?.kind == .timedOut(.silence))
        #expect(ending.error?.partialText == "tok tok ")
        #expect(ending.at == Instant(sinceOrigin: .milliseconds(3_020)))
        #expect(simulation.alive == ["stream"])
    }

    @Test(arguments: [Wanted.whole, .streamed])
    func `an abandoned attempt is cancelled`(wanted: Wanted) throws {
        let simulation = Simulation()
        let model = HearsButStays()
        let pipeline = try Pipeline(model: model) { Timeout(firstToken: .seconds(2), silence: nil, total: nil) }
            .running(on: simulation)
        let error = #expect(throws: ChatError.self) {
            try simulation.run { try await wanted.ask(pipeline, text: "hi") }
        }
        #expect(error?.kind == .timedOut(.firstToken))
        #expect(model.cancelledAt.value == Instant(sinceOrigin: .seconds(2)))
    }

    @Test func `shutdown names an attempt that never returns`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .stall.ignoringCancellation())) { Timeout() }
            .running(on: simulation)
        let alive = try simulation.run {
            _ = try? await pipeline.respond(to: "hi")
            return await pipeline.shutdown(within: .seconds(1))
        }
        #expect(alive == ["attempt"])
    }
}

/// A model that notes its cancellation and answers a minute later nevertheless.
private struct HearsButStays: ChatModel {
    let name = "m"
    let cancelledAt = Shared<Instant?>(nil)

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        let runtime = context.runtime
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                _ = runtime.spawn("a minute") {
                    try? await runtime.sleep(for: .seconds(60))
                    continuation.resume()
                }
            }
        } onCancel: {
            cancelledAt.change { $0 = runtime.now }
        }
        return Reply(model: name, Completion("late"))
    }
}
