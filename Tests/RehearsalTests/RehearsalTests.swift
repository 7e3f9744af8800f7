import Ladder
import LadderTesting
import Testing

@testable import Rehearsal

@Suite struct RehearsalTests {
    /// A long outage with few calls, for tests that compare whole runs.
    private static let quietOutage = Scenario.longOutage.crowded(by: 300)

    @Test func `an outage is answered by the fallback model`() throws {
        let report = try Rehearsal(.outage).run()
        #expect(report.phases[1].tally.count(of: .fallbackModel) > 100)
        #expect(report.total.failed == 0)
        #expect(report.openings.first?.target == "large")
        #expect(report.phases[0].tally.count(of: .fallbackModel) == 0)
    }

    @Test func `the same seed gives the same report`() throws {
        let first = try Rehearsal(Self.quietOutage, seed: 3).run()
        let second = try Rehearsal(Self.quietOutage, seed: 3).run()
        #expect(first.rows == second.rows)
        #expect(first.json.text == second.json.text)
        #expect(try Rehearsal(Self.quietOutage, seed: 4).run().rows != first.rows)
    }

    @Test func `a run with a log is the run without it`() throws {
        let count = Locked(0)
        let logged = try Rehearsal(Self.quietOutage, seed: 3).run(log: { _ in count.withLock { $0 += 1 } })
        #expect(try logged.rows == Rehearsal(Self.quietOutage, seed: 3).run().rows)
        #expect(count.withLock { $0 } == 2 * logged.rows.count)
    }

    @Test func `the tables are the sums of the raw events`() throws {
        let buffer = CallLogBuffer(capacity: .max)
        let report = try Rehearsal(Self.quietOutage, seed: 5) { stage in
            try stage.scenario.setup.pipeline(for: stage).observing(CallLog(into: buffer))
        }.run()
        var levels: [FallbackLevel: Int] = [:]
        var (calls, attempts, tokens, picodollars, errors) = (0, 0, 0, Int64(0), 0)
        for line in buffer.lines {
            guard case .ended(let summary) = try CallLog.read(line).kind else { continue }
            calls += 1
            if let level = summary.level { levels[level, default: 0] += 1 } else { errors += 1 }
            attempts += summary.attempts.count
            tokens += summary.attempts.reduce(0) { $0 + ($1.usage?.totalTokens ?? 0) }
            picodollars += summary.cost?.picodollars ?? 0
        }
        #expect(calls == report.total.calls && levels == report.total.levels && errors == report.total.failed)
        #expect(attempts == report.total.modelCalls)
        #expect(tokens == report.total.inputTokens + report.total.outputTokens)
        #expect(picodollars == report.total.cost.picodollars)
        #expect(report.phases.reduce(0) { $0 + $1.tally.calls } == calls)
        #expect(report.slots(40).reduce(0) { $0 + $1.tally.calls } == calls)
    }

    @Test(arguments: Scenario.builtIn.filter { $0.duration <= .hours(1) }.map(\.name))
    func `every caller of a short scenario gets an answer or an error`(name: String) throws {
        var scenario = try #require(Scenario.named(name)).crowded(by: 100)
        for index in scenario.phases.indices { scenario.phases[index].runawayRate /= 10 }
        let report = try Rehearsal(scenario, seed: 11).run()
        #expect(report.total.calls > 50)
        #expect(report.total.calls == report.total.failed + report.total.levels.values.reduce(0, +))
        #expect(report.rows.allSatisfy { $0.latency <= scenario.setup.timeLimit + .milliseconds(1) })
    }

    @Test func `a herd behind an expired answer makes one call for it`() throws {
        let scenario = try #require(Scenario.named("herd")).stretched(to: .seconds(90))
        let report = try Rehearsal(scenario, seed: 1).run()
        #expect(report.total.modelCalls < report.total.calls / 8)
        #expect(report.total.success > 0.99)
    }

    @Test func `a user without a limit stops at the budget, and the others do not notice`() throws {
        let scenario = try #require(Scenario.named("runaway-user")).stretched(to: .minutes(5))
        let report = try Rehearsal(scenario, seed: 1).run()
        let others = report.samples.filter { $0.user != "runaway" }
        #expect(!others.isEmpty && others.allSatisfy { $0.row.isAnswered })
        #expect(report.samples.contains { $0.user == "runaway" && $0.row.level == .apology })
    }

    @Test func `a restart loses the breakers, and keeps what a store keeps`() throws {
        let scenario = try #require(Scenario.named("day-of-repeats")).crowded(by: 500)
        let report = try Rehearsal(scenario, seed: 1).run()
        let cold = CallTally(report.rows.lazy.filter { $0.arrival < .minutes(30) })
        let restarted = report.phases[2]
        let warm = CallTally(
            report.rows.lazy.filter { $0.arrival >= restarted.start && $0.arrival < restarted.start + .hours(2) })
        func hits(_ tally: CallTally) -> Double {
            Double(tally.count(of: .exactCache) + tally.count(of: .semanticCache)) / Double(max(1, tally.calls))
        }
        #expect(hits(warm) > hits(cold))
        #expect(hits(warm) > 0.3)
    }

    @Test func `one deployment of three that is down costs no answer`() throws {
        let scenario = try #require(Scenario.named("one-of-three")).crowded(by: 900)
        let report = try Rehearsal(scenario, seed: 1).run()
        #expect(report.total.success == 1)
        #expect(report.openings.map(\.target) == ["east"])
    }
}
