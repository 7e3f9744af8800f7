import Ladder
import Testing

@testable import Rehearsal

@Suite struct ReportTests {
    private static let scenario = Scenario(
        name: "x", summary: "", phases: [ScenarioPhase("a", for: .seconds(60)), ScenarioPhase("b", for: .seconds(40))])

    private static func row(at seconds: Double, latency: Double = 1, level: FallbackLevel? = .primary) -> CallRow {
        var row = CallRow(arrival: .seconds(seconds), latency: .seconds(latency), attempts: [])
        row.level = level
        return row
    }

    @Test func `calls are in the slot and the phase of their arrival`() {
        let rows = [0, 9.9, 10, 59, 60, 99.9, 100].map { Self.row(at: $0) }
        let report = Report(scenario: Self.scenario, seed: 1, pipeline: "", rows: rows)
        #expect(report.slots(10).map(\.tally.calls) == [2, 1, 0, 0, 0, 1, 1, 0, 0, 2])
        #expect(report.slots(10).map(\.start) == (0..<10).map { .seconds($0 * 10) })
        #expect(report.phases.map(\.tally.calls) == [4, 3])
        #expect(report.slots(0).isEmpty)
    }

    @Test func `the share of time in which a breaker was open counts its own target alone`() {
        let openings = [
            BreakerOpening(target: "a", opened: .seconds(10), cause: "c", closed: .seconds(20)),
            BreakerOpening(target: "a", opened: .seconds(90), cause: "c"),
            BreakerOpening(target: "b", opened: .seconds(0), cause: "c", closed: .seconds(100)),
        ]
        let report = Report(scenario: Self.scenario, seed: 1, pipeline: "", rows: [], openings: openings)
        #expect(report.openShare(of: "a", from: .zero, to: .seconds(40)) == 0.25)
        #expect(report.openShare(of: "a", from: .seconds(80), to: .seconds(100)) == 0.5)
        #expect(report.openShare(of: "c", from: .zero, to: .seconds(40)) == 0)
        #expect(report.brokenTargets == ["a", "b"])
    }

    @Test func `latencies are the longest of a share of the calls`() {
        let tally = CallTally((1...20).map { Self.row(at: 0, latency: Double($0)) })
        #expect(tally.latency(0.5) == .seconds(10) && tally.latency(0.95) == .seconds(19))
        #expect(tally.latency(0.96) == .seconds(20) && tally.latency(0) == .seconds(1))
        #expect(tally.meanLatency == .milliseconds(10_500))
        #expect(CallTally([]).latency(0.5) == nil && CallTally([]).success == 0)
    }

    @Test func `success is a whole answer that is more than an apology`() {
        var cut = Self.row(at: 0)
        cut.isCut = true
        var failed = Self.row(at: 0, level: nil)
        failed.error = .server
        let tally = CallTally([
            Self.row(at: 0), Self.row(at: 0, level: .staticFAQ), Self.row(at: 0, level: .apology), cut, failed,
        ])
        #expect(tally.answered == 2 && tally.success == 0.4 && tally.cut == 1 && tally.failed == 1)
    }

    @Test func `failed attempts are waste, and one that a budget refused is none`() {
        var good = Attempt(target: "m", start: .origin)
        (good.usage, good.cost) = (Usage(inputTokens: 10, outputTokens: 5), .dollars(2))
        var bad = good
        (bad.error, bad.cost) = (.server, .dollars(3))
        var refused = Attempt(target: "m", start: .origin)
        refused.error = .budgetExhausted(resets: nil)
        let row = CallRow(arrival: .zero, latency: .zero, attempts: [bad, refused, good])
        #expect(row.modelCalls == 2 && row.inputTokens == 20 && row.outputTokens == 10)
        #expect(row.cost == .dollars(5) && row.waste == .dollars(3))
    }
}
