import Ladder
import Testing

@testable import Rehearsal

@Suite struct CaseStudyTests {
    @Test func `the published bill is that of the price list, and the others are smaller`() throws {
        let study = try CaseStudy(requests: 150, seed: 7)
        let dollars = study.variants.map(\.dollarsPerMonth)
        // 200,000 calls a day, 30 days, 2,100 tokens at $2.50 a million and 108 at $10.
        #expect(dollars[0].rounded() == 37_980)
        #expect(dollars[1] < dollars[0] && dollars[2] < dollars[0] && dollars[3] < min(dollars[1], dollars[2]))
        #expect(study.variants[0].hitRate == 0 && (0.2...0.36).contains(study.variants[3].hitRate))
        #expect(study.variants[3].hits.latency(1) == .zero)
        #expect(study.variants[3].wrongShare < 0.05)
        let mean = try #require(study.variants[0].report.total.meanLatency)
        #expect((.milliseconds(1_100) ... .milliseconds(1_300)).contains(mean))
    }

    @Test func `an answer to a question of another meaning is counted as wrong, and guards prevent most`() throws {
        var scenario = Scenario.school.crowded(by: 220)
        scenario.setup.semanticThreshold = 0.7
        let loose = try Rehearsal(scenario, seed: 7) { try $0.scenario.setup.pipeline(for: $0, hasGuards: false) }.run()
        let guarded = try Rehearsal(scenario, seed: 7).run()
        #expect(loose.total.wrong > 10)
        #expect(guarded.total.wrong < loose.total.wrong)
        #expect(loose.rows.allSatisfy { $0.isWrong == nil || $0.level == .semanticCache || $0.level == .exactCache })
        #expect(loose.rows.contains { $0.isWrong == false })
    }
}
