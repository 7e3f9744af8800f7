import Ladder
import Testing

@testable import Rehearsal
@testable import playground

@Suite struct RecoveryNoteTests {
    /// Returns a report in which the fallback answers one call after the model is healthy again.
    private func report(closed: Duration?, level: FallbackLevel = .fallbackModel) -> Report {
        let scenario = Scenario(
            name: "x", summary: "",
            phases: [
                ScenarioPhase("down", for: .minutes(5), ["large": .down]), ScenarioPhase("recovered", for: .minutes(5)),
            ])
        var row = CallRow(arrival: .seconds(320), latency: .seconds(1), attempts: [])
        row.level = level
        let opening = BreakerOpening(target: "large", opened: .seconds(20), cause: "c", closed: closed)
        return Report(scenario: scenario, seed: 1, pipeline: "", rows: [row], openings: [opening])
    }

    @Test func `answers of the fallback after the outage are explained by the breaker`() throws {
        let text = try #require(RecoveryNote(report: report(closed: .seconds(330))).text)
        #expect(text.contains("\"large\" is healthy from 5:00 on, but its breaker is open until 5:30"))
        #expect(RecoveryNote(report: report(closed: nil)).text?.contains("until the end") == true)
    }

    @Test func `nothing is explained where the breaker closed in time or the fallback was not asked`() {
        #expect(RecoveryNote(report: report(closed: .seconds(290))).text == nil)
        #expect(RecoveryNote(report: report(closed: .seconds(330), level: .primary)).text == nil)
    }
}
