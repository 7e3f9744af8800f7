import Ladder
import LadderConfiguration
import Testing

@testable import Rehearsal

@Suite struct ReplayTests {
    private func log(of scenario: Scenario, seed: UInt64 = 3, withDigests: Bool = true) throws -> (Report, RecordedLog)
    {
        let buffer = CallLogBuffer(capacity: .max)
        let key = withDigests ? try RequestDigestKey("a key for the tests") : nil
        let report = try Rehearsal(scenario, seed: seed).run(log: CallLog(into: buffer, digestKey: key))
        return (report, try RecordedLog(buffer.lines.joined(separator: "\n")))
    }

    @Test func `the log of a run gives the table of the run`() throws {
        let (report, log) = try log(of: .longOutage)
        let tally = CallTally(log.rows)
        #expect(tally.calls == report.total.calls && tally.levels == report.total.levels)
        #expect(tally.answered == report.total.answered && tally.cut == report.total.cut)
        #expect(tally.modelCalls == report.total.modelCalls)
        #expect(tally.cost == report.total.cost && tally.waste == report.total.waste)
        #expect([0.5, 0.95, 1].map { tally.latency($0) } == [0.5, 0.95, 1].map { report.total.latency($0) })
    }

    @Test func `the standard pipeline would have answered a log of calls without layers`() throws {
        let scenario = Scenario.outage
        let buffer = CallLogBuffer(capacity: .max)
        let bare = try Rehearsal(scenario, seed: 3) { stage in try Pipeline(models: stage.models) {} }
            .run(log: CallLog(into: buffer, digestKey: try RequestDigestKey("a key for the tests")))
        #expect(bare.total.success < 0.8)
        let replay = try Replay(RecordedLog(buffer.lines.joined(separator: "\n")))
        #expect(replay.recorded.total.answered == bare.total.answered)
        #expect(replay.replayed.total.count(of: .exactCache) > 50)
        #expect(replay.replayed.total.cost < replay.recorded.total.cost)
    }

    @Test func `without digests no exact reuse is seen`() throws {
        let (_, with) = try log(of: .outage)
        let (_, without) = try log(of: .outage, withDigests: false)
        #expect(with.hasDigests && !without.hasDigests)
        #expect(try Replay(with).replayed.total.count(of: .exactCache) > 50)
        #expect(try Replay(without).replayed.total.count(of: .exactCache) == 0)
    }

    @Test func `the models of a configuration behave as those of the log`() throws {
        let (_, log) = try log(of: .outage)
        let layers = #"[{"layer": "ModelFallback", "candidates": ["b"]}, {"layer": "Retry"}]"#
        let models = #"[{"name": "a", "model": "openai/a"}, {"name": "b", "model": "openai/b"}]"#
        let configuration = try PipelineConfiguration(parsing: "{\"models\": \(models), \"layers\": \(layers)}")
        let replay = try Replay(log, configuration: configuration)
        #expect(replay.replayed.total.count(of: .fallbackModel) > 50)
        #expect(replay.replayed.total.failed == 0 && replay.replayed.total.count(of: .exactCache) == 0)
    }

    @Test func `a line that is no event is named by its number`() throws {
        let error = try #require(throws: LogError.self) { try RecordedLog("\n{\"v\": 1}\n") }
        #expect(error.description.hasPrefix("line 2: "))
        #expect(try RecordedLog("").calls.isEmpty)
    }
}
