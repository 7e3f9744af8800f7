import Ladder
import LadderConfiguration
import Testing

@testable import Rehearsal

@Suite struct ReplayTests {
    /// The events of an outage, made once for all tests that only read them.
    private static let outage = Result { try events(of: Scenario.outage.crowded(by: 450)).1 }

    private static func events(
        of scenario: Scenario, makePipeline: Rehearsal.MakePipeline? = nil
    ) throws -> (Report, [CallEvent]) {
        let events = Locked<[CallEvent]>([])
        let report = try Rehearsal(scenario, seed: 3, makePipeline: makePipeline).run(log: { event in
            events.withLock { $0.append(event) }
        })
        return (report, events.withLock { $0 })
    }

    private func log(_ events: [CallEvent]) throws -> RecordedLog {
        try RecordedLog(events.map { CallLog.line(of: $0) }.joined(separator: "\n"))
    }

    private func withoutDigest(_ event: CallEvent) -> CallEvent {
        guard case .began(var began) = event.kind else { return event }
        began.requestDigest = nil
        return CallEvent(callID: event.callID, scope: event.scope, callStart: event.callStart, kind: .began(began))
    }

    @Test func `the log of a run gives the table of the run`() throws {
        let (report, events) = try Self.events(of: Scenario.longOutage.crowded(by: 300))
        let log = try log(events)
        let tally = CallTally(log.rows)
        #expect(tally.calls == report.total.calls && tally.levels == report.total.levels)
        #expect(tally.answered == report.total.answered && tally.cut == report.total.cut)
        #expect(tally.modelCalls == report.total.modelCalls)
        #expect(tally.cost == report.total.cost && tally.waste == report.total.waste)
        #expect([0.5, 0.95, 1].map { tally.latency($0) } == [0.5, 0.95, 1].map { report.total.latency($0) })
    }

    @Test func `the standard pipeline would have answered a log of calls without layers`() throws {
        let (bare, events) = try Self.events(of: .outage) { stage in try Pipeline(models: stage.models) {} }
        #expect(bare.total.success < 0.8)
        let replay = try Replay(log(events))
        #expect(replay.recorded.total.answered == bare.total.answered)
        #expect(replay.replayed.total.count(of: .exactCache) > 50)
        #expect(replay.replayed.total.cost < replay.recorded.total.cost)
    }

    @Test func `without digests no exact reuse is seen`() throws {
        let events = try Self.outage.get()
        let with = try log(events)
        let without = try log(events.map(withoutDigest))
        #expect(with.hasDigests && !without.hasDigests)
        #expect(try Replay(with).replayed.total.count(of: .exactCache) > 50)
        #expect(try Replay(without).replayed.total.count(of: .exactCache) == 0)
    }

    @Test func `the models of a configuration behave as those of the log`() throws {
        let log = try log(Self.outage.get())
        let layers = #"[{"layer": "ModelFallback", "candidates": ["b"]}, {"layer": "Retry"}]"#
        let models = #"[{"name": "a", "model": "openai/a"}, {"name": "b", "model": "openai/b"}]"#
        let configuration = try PipelineConfiguration(parsing: "{\"models\": \(models), \"layers\": \(layers)}")
        let replay = try Replay(log, configuration: configuration)
        #expect(replay.replayed.total.count(of: .fallbackModel) > 50)
        #expect(replay.replayed.total.failed == 0 && replay.replayed.total.count(of: .exactCache) == 0)
    }

    @Test func `an attempt meets the recorded one of its number, and further ones the last that failed`() throws {
        func line(_ id: String, start: Int, _ attempts: String) -> String {
            #"{"v":1,"call":"\#(id)","start":\#(start),"time":"","ended":{"usage":{"input":1,"output":1},"latency":1,"attempts":[\#(attempts)]}}"#
        }
        let failed = #"{"target":"m","start":0,"end":5,"error":{"kind":"server"}}"#
        let good = #"{"target":"m","start":0,"end":9,"usage":{"input":1,"output":1}}"#
        let text = [
            line("a", start: 0, "\(failed),\(good)"), line("b", start: 100, good), line("c", start: 200, failed),
        ]
        let record = ReplayRecord(try RecordedLog(text.joined(separator: "\n")))
        func errors(_ call: String, at time: Duration, count: Int) -> [Bool] {
            (0..<count).map { _ in record.next(for: call, target: "m", at: time).error != nil }
        }
        #expect(errors("a", at: .zero, count: 4) == [true, false, false, false])
        #expect(errors("c", at: .nanoseconds(200), count: 3) == [true, true, true])
        #expect(errors("new", at: .nanoseconds(150), count: 2) == [false, false])
        #expect(errors("late", at: .seconds(1), count: 2) == [true, true])
    }

    @Test func `a line that is no event is named by its number`() throws {
        let error = try #require(throws: LogError.self) { try RecordedLog("\n{\"v\": 1}\n") }
        #expect(error.description.hasPrefix("line 2: "))
        #expect(try RecordedLog("").calls.isEmpty)
    }

    @Test func `a log whose last line is cut, or whose lines end as on Windows, is read`() throws {
        let lines = Locked<[String]>([])
        _ = try Rehearsal(Scenario.outage.crowded(by: 20), seed: 1).run(log: { event in
            let line = CallLog.line(of: event)
            lines.withLock { $0.append(line) }
        })
        let whole = lines.withLock { $0 }
        #expect(try RecordedLog(whole.joined(separator: "\r\n")).calls.count == whole.count / 2)
        let cut = try RecordedLog(String(whole.joined(separator: "\n").dropLast(40)))
        #expect(cut.calls.count == whole.count / 2 - 1 && cut.unfinished == 1)
    }

    @Test func `absurd numbers in a log are kept within range`() throws {
        let big = 1 << 62
        let line =
            #"{"v":1,"call":"a","start":0,"time":"1970-01-01T00:00:00Z","ended":{"usage":{"input":\#(big),"output":\#(big)},"latency":1,"attempts":[{"target":"m","start":0,"end":\#(big),"usage":{"input":\#(big),"output":\#(big)},"picodollars":\#(big)},{"target":"m","start":0,"end":5,"usage":{"input":\#(big),"output":\#(big)},"picodollars":\#(big)}]}}"#
        let replay = try Replay(RecordedLog(line + "\n" + line.replacing("\"a\"", with: "\"b\"")))
        #expect(replay.recorded.total.inputTokens == .max)
    }
}
