import Testing

@testable import LadderBudgetCheck

struct EstimateCorrectionTests {
    @Test func `a model without attempts is not corrected`() {
        #expect(EstimateCorrection().corrected(500, for: "m") == 500)
    }

    @Test(arguments: [(100, 150, 1.5), (100, 100, 1.0), (100, 10, 0.5), (100, 100_000, 4.0), (100, 60, 0.6)])
    func `the ratio follows the attempts within its bounds`(estimated: Int, actual: Int, ratio: Double) {
        var correction = EstimateCorrection()
        for _ in 1...100 { correction.learn(actual: actual, estimated: estimated, for: "m") }
        #expect(abs(correction.ratio(of: "m") - ratio) < 0.001)
        #expect(correction.corrected(1_000, for: "m") >= Int(ratio * 1_000))
        #expect(correction.corrected(1_000, for: "other") == 1_000)
    }

    @Test func `new attempts count more than old ones`() {
        var correction = EstimateCorrection()
        for _ in 1...1_000 { correction.learn(actual: 100, estimated: 100, for: "m") }
        for _ in 1...60 { correction.learn(actual: 200, estimated: 100, for: "m") }
        #expect(correction.ratio(of: "m") > 1.9)
    }

    @Test(arguments: [1_000_000, Int.max])
    func `one absurd count is forgotten after a few attempts`(absurd: Int) {
        var correction = EstimateCorrection()
        for _ in 1...10 { correction.learn(actual: 100, estimated: 100, for: "m") }
        correction.learn(actual: absurd, estimated: 100, for: "m")
        for _ in 1...40 { correction.learn(actual: 100, estimated: 100, for: "m") }
        #expect(correction.ratio(of: "m") < 1.05)
    }

    @Test func `the number of models is bounded, and the largest numbers do no harm`() {
        var correction = EstimateCorrection()
        for model in 1...1_000 { correction.learn(actual: 200, estimated: 100, for: "\(model)") }
        #expect(correction.count == 256)
        for _ in 1...10 { correction.learn(actual: .max, estimated: 1, for: "1") }
        #expect(correction.corrected(.max, for: "1") == .max)
        correction.learn(actual: 0, estimated: 0, for: "2")
        #expect(correction.ratio(of: "2") == 2)
    }
}
