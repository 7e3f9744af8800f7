import LadderCore
import LadderSemanticCache
import Testing

@Suite struct SemanticCalibratorTests {
    /// A guard that vetoes pairs with the letter x in one text only.
    private struct LetterGuard: SemanticGuard {
        let name = "letter"
        func veto(_ pair: QuestionPair) -> GuardVeto? {
            let differs = pair.asked.text.contains("x") != pair.stored.text.contains("x")
            return differs ? GuardVeto(by: name, reason: "the letters differ") : nil
        }
    }

    /// Pairs of the text 0 with texts at these angles.
    private func pairs(same: [Int], different: [Int], mark: String = "a") -> [LabelledPair] {
        same.map { LabelledPair(first: "0", second: "a \($0)", isSame: true) }
            + different.map { LabelledPair(first: "0", second: "\(mark) \($0)", isSame: false) }
    }

    private func report(_ pairs: [LabelledPair], guards: [any SemanticGuard] = []) async throws -> CalibrationReport {
        try await SemanticCalibrator(pairs, embedder: AngleEmbedder(), guards: guards).report()
    }

    @Test func `hits, precision and recall are counted at a threshold`() async throws {
        // The cosines of 10, 20, 30 and 40 degrees are 0.985, 0.940, 0.866 and 0.766.
        let report = try await report(pairs(same: [10, 20, 40], different: [20, 30]))
        let outcome = report.outcome(at: 0.9)
        #expect(outcome.hits == 3)
        #expect(outcome.wrongHits == 1)
        #expect(outcome.precision.value == 2 / 3.0)
        #expect(outcome.recall.value == 2 / 3.0)
        #expect(outcome.hitRate.value == 0.6)
        #expect(outcome.falseHitRate.value == 0.5)
    }

    @Test func `the threshold for a precision is the lowest one that has it`() async throws {
        let report = try await report(pairs(same: [10, 12, 20], different: [15, 30]))
        let all = try #require(report.threshold(forPrecision: 1))
        #expect(all.hits == 2)
        #expect(all.threshold == 0.966)
        let most = try #require(report.threshold(forPrecision: 0.75))
        #expect(most.hits == 4)
        #expect(most.precision.lower < 0.75 && most.precision.upper > 0.75)
    }

    @Test func `a precision that no threshold has gives nil, and a threshold of 1`() async throws {
        let report = try await report(pairs(same: [20], different: [10]))
        #expect(report.threshold(forPrecision: 0.9) == nil)
        #expect(report.thresholds == SimilarityThresholds(standard: 1, strict: 1, faq: 1))
    }

    @Test func `no suggested threshold is so low that guards alone decide`() async throws {
        let report = try await report(pairs(same: [10, 70, 80], different: []))
        #expect(report.threshold(forPrecision: 0.99)?.threshold == 0)
        #expect(report.thresholds == SimilarityThresholds(standard: 0.5, strict: 0.5, faq: 0.5))
    }

    @Test func `coverage is the recall at a share of false hits`() async throws {
        let report = try await report(pairs(same: [5, 10, 15, 25], different: [20] + Array(31...49)))
        #expect(report.threshold(forFalseHitRate: 0.05)?.recall.value == 1)
        #expect(report.threshold(forFalseHitRate: 0.01)?.recall.value == 0.75)
    }

    @Test func `guards take away wrong hits, and the report shows both`() async throws {
        let report = try await report(pairs(same: [10, 20], different: [5, 15], mark: "x"), guards: [LetterGuard()])
        #expect(report.outcome(at: 0.9).wrongHits == 0)
        #expect(report.outcome(at: 0.9, withGuards: false).wrongHits == 2)
        #expect(report.areaUnderCurve() == 1)
        #expect(report.areaUnderCurve(withGuards: false) == 0.25)
        #expect(report.pairs.compactMap(\.veto).map(\.guardName) == ["letter", "letter"])
    }

    @Test func `equal similarities count half in the area under the curve`() async throws {
        let report = try await report(pairs(same: [10, 20], different: [10, 20]))
        #expect(report.areaUnderCurve() == 0.5)
    }

    @Test func `fewer than a hundred pairs, and pairs of one kind, are warned of`() async throws {
        // 195 right hits of 196 have a precision of at least 97.1 %.
        let same = Array(repeating: Array(0..<39), count: 5).flatMap(\.self)
        #expect(try await report(pairs(same: same, different: Array(40..<90))).warnings.isEmpty)
        #expect(try await report(pairs(same: Array(0..<50), different: Array(51..<90))).warnings.count == 2)
        #expect(try await report(pairs(same: [30], different: [5])).warnings.count == 1)
        #expect(try await report(pairs(same: [], different: [5])).warnings.count == 2)
        #expect(try await report([]).warnings.count == 3)
    }

    @Test func `a threshold that few hits support is warned of`() async throws {
        let report = try await report(pairs(same: Array(0..<40), different: Array(0..<80).map { $0 / 4 + 60 }))
        #expect(report.warnings == ["the standard threshold has 40 hits: its precision may be only 91.2 %"])
    }

    @Test func `the description is a table within eighty columns`() async throws {
        let report = try await report(pairs(same: Array(0..<60), different: Array(20..<60)))
        let lines = report.description.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 80 })
        for threshold in ["0.900", "0.920", "0.950", "0.970"] {
            #expect(lines.count { $0.contains("  \(threshold)  ") } == 2)
        }
        let few = try await self.report([])
        #expect(few.description.contains("warning: 0 pairs are few"))
    }

    @Test func `equal texts reach a threshold of 1`() async throws {
        let report = try await report([LabelledPair(first: "a 33", second: "b 33", isSame: true)])
        #expect(report.outcome(at: 1).hits == 1)
    }

    @Test(arguments: [-5, 0, 0.5, 1, 7, .nan, .infinity, -.infinity] as [Double])
    func `any threshold has an outcome`(threshold: Double) async throws {
        #expect(try await report(pairs(same: [10], different: [20])).outcome(at: threshold).hits <= 2)
    }

    @Test func `an embedder with invalid vectors fails the calibration`() async {
        struct Broken: Embedder {
            let id = "broken"
            let dimensions = 3
            func embed(_ texts: [String]) async throws -> [[Float]] { texts.map { _ in [0, 0, 0] } }
        }
        await #expect(throws: (any Error).self) {
            try await SemanticCalibrator(pairs(same: [1], different: []), embedder: Broken(), guards: []).report()
        }
    }
}
