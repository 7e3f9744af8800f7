import Ladder
import LadderTesting
import Testing

@testable import Rehearsal

@Suite struct RehearsalTests {
    @Test func `an outage is answered by the fallback model`() throws {
        let report = try Rehearsal(.outage).run()
        #expect(report.rows.count > 1_500)
        #expect(report.phases[1].tally.count(of: .fallbackModel) > 300)
        #expect(report.total.failed == 0)
        #expect(!report.openings.isEmpty)
    }

    @Test func `the same seed gives the same calls`() throws {
        let first = try Rehearsal(.longOutage, seed: 3).run()
        let second = try Rehearsal(.longOutage, seed: 3).run()
        #expect(first.rows == second.rows)
        #expect(first.samples.map(\.explanation) == second.samples.map(\.explanation))
    }
}
