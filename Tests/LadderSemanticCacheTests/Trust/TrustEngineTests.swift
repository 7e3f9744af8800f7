import LadderSemanticCache
import Testing

@Suite struct TrustEngineTests {
    private typealias Engine = TrustEngine<String>

    private func record(
        _ outcome: TrustOutcome, _ count: Int, of entry: String, at similarity: Double = 0.9, in engine: inout Engine
    ) {
        for _ in 0..<count { engine.record(outcome, of: entry, similarity: similarity) }
    }

    // MARK: Without a target

    @Test func `without a target only an entry that was reported as wrong stops`() {
        var engine = Engine()
        record(.shadowDisagreed, 50, of: "disagreed", in: &engine)
        record(.reportedWrong, 1, of: "reported", in: &engine)
        #expect(engine.verdict(on: "disagreed", similarity: 0.9) == .serve)
        #expect(engine.verdict(on: "reported", similarity: 0.9) == .withhold(.reportedWrong))
        #expect(engine.verdict(on: "new", similarity: 0.9) == .serve)
    }

    @Test(arguments: [TrustOutcome.shadowAgreed, .reportedRight])
    func `without a target a reported entry returns after enough right outcomes in a row`(outcome: TrustOutcome) {
        var engine = Engine(TrustPolicy(outcomesToReturn: 5))
        record(.reportedWrong, 1, of: "a", in: &engine)
        record(outcome, 4, of: "a", in: &engine)
        record(.shadowDisagreed, 1, of: "a", in: &engine)
        record(outcome, 4, of: "a", in: &engine)
        #expect(engine.verdict(on: "a", similarity: 0.9) == .withhold(.reportedWrong))
        record(outcome, 1, of: "a", in: &engine)
        #expect(engine.verdict(on: "a", similarity: 0.9) == .serve)
    }

    // MARK: Entries

    @Test(arguments: [TrustOutcome.reportedWrong, .shadowDisagreed])
    func `one wrong outcome withholds an entry until many right ones outweigh it`(outcome: TrustOutcome) {
        var engine = Engine(TrustPolicy(targetErrorRate: 0.05))
        record(outcome, 1, of: "a", in: &engine)
        #expect(engine.verdict(on: "a", similarity: 0.9) == .withhold(.entry))
        record(.shadowAgreed, 18, of: "a", in: &engine)
        #expect(engine.verdict(on: "a", similarity: 0.9) == .withhold(.entry))
        record(.shadowAgreed, 1, of: "a", in: &engine)
        #expect(engine.verdict(on: "a", similarity: 0.9) == .serve)
    }

    @Test func `an entry with many right outcomes survives one wrong outcome`() {
        var engine = Engine(TrustPolicy(targetErrorRate: 0.05))
        record(.reportedRight, 60, of: "a", in: &engine)
        record(.reportedWrong, 1, of: "a", in: &engine)
        #expect(engine.verdict(on: "a", similarity: 0.9) == .serve)
    }

    @Test func `an entry that becomes wrong stops although it was right a million times`() {
        var engine = Engine(TrustPolicy(targetErrorRate: 0.05))
        record(.reportedRight, 1_000_000, of: "a", in: &engine)
        record(.reportedWrong, 50, of: "a", in: &engine)
        #expect(engine.verdict(on: "a", similarity: 0.9) == .withhold(.entry))
    }

    @Test func `a wrong outcome counts for all questions that are less similar, a right one only near its own`() {
        var engine = Engine(TrustPolicy(targetErrorRate: 0.05))
        record(.shadowAgreed, 100, of: "a", at: 0.99, in: &engine)
        record(.shadowDisagreed, 1, of: "a", at: 0.91, in: &engine)
        #expect(engine.verdict(on: "a", similarity: 0.99) == .serve)
        #expect(engine.verdict(on: "a", similarity: 0.91) == .withhold(.entry))
        #expect(engine.verdict(on: "a", similarity: 0.6) == .withhold(.entry))
    }

    @Test func `the estimated rate is that of the outcomes, however many there were`() {
        var engine = Engine(TrustPolicy(targetErrorRate: 0.05))
        for number in 0..<50_000 {
            engine.record(number % 50 == 0 ? .shadowDisagreed : .shadowAgreed, of: "a", similarity: 0.9)
        }
        #expect(abs(engine.errorRate(of: "a", similarity: 0.9).value - 0.02) < 0.002)
        #expect(abs(engine.errorRate(inRegionOf: 0.9).value - 0.02) < 0.002)
    }

    @Test func `what becomes known about one entry changes nothing for another region`() {
        var engine = Engine(TrustPolicy(targetErrorRate: 0.05))
        record(.reportedWrong, 30, of: "a", at: 0.7, in: &engine)
        #expect(engine.verdict(on: "b", similarity: 0.9) == .serve)
    }

    // MARK: Regions

    @Test func `an entry without outcomes borrows from its region`() {
        var engine = Engine(TrustPolicy(targetErrorRate: 0.05))
        for number in 0..<10 { engine.record(.reportedWrong, of: "\(number)", similarity: 0.861) }
        #expect(engine.verdict(on: "new", similarity: 0.869) == .withhold(.region))
        #expect(engine.verdict(on: "new", similarity: 0.95) == .serve)
    }

    @Test func `one wrong outcome stops no region`() {
        var engine = Engine(TrustPolicy(targetErrorRate: 0.05))
        record(.reportedWrong, 1, of: "a", in: &engine)
        #expect(engine.verdict(on: "b", similarity: 0.9) == .serve)
    }

    @Test func `a region whose rate may be above the target by chance keeps serving`() {
        var engine = Engine(TrustPolicy(targetErrorRate: 0.05))
        for number in 0..<3 { engine.record(.reportedWrong, of: "wrong \(number)", similarity: 0.9) }
        for number in 0..<30 { engine.record(.reportedRight, of: "right \(number)", similarity: 0.9) }
        #expect(engine.errorRate(inRegionOf: 0.9).value > 0.05)
        #expect(engine.verdict(on: "new", similarity: 0.9) == .serve)
    }

    @Test func `an entry that its own record withholds stops no region`() {
        var engine = Engine(TrustPolicy(targetErrorRate: 0.05))
        record(.shadowDisagreed, 1_000, of: "a", in: &engine)
        #expect(engine.verdict(on: "b", similarity: 0.9) == .serve)
    }

    @Test func `an entry with a good record of its own serves in a bad region`() {
        var engine = Engine(TrustPolicy(targetErrorRate: 0.05))
        record(.shadowAgreed, 100, of: "good", in: &engine)
        for number in 0..<50 { engine.record(.reportedWrong, of: "\(number)", similarity: 0.9) }
        #expect(engine.verdict(on: "new", similarity: 0.9) == .withhold(.region))
        #expect(engine.verdict(on: "good", similarity: 0.9) == .serve)
    }

    @Test func `a region returns after enough right outcomes`() {
        var engine = Engine(TrustPolicy(targetErrorRate: 0.05))
        for number in 0..<5 { engine.record(.reportedWrong, of: "\(number)", similarity: 0.9) }
        #expect(engine.verdict(on: "new", similarity: 0.9) == .withhold(.region))
        for number in 0..<200 { engine.record(.shadowAgreed, of: "right \(number)", similarity: 0.9) }
        #expect(engine.verdict(on: "new", similarity: 0.9) == .serve)
    }

    // MARK: Bounds

    @Test func `the number of remembered entries is bounded, and those that were wrong are kept longest`() {
        var engine = Engine(TrustPolicy(targetErrorRate: 0.05, maximumEntries: 100))
        for number in 0..<50 { engine.record(.reportedWrong, of: "wrong \(number)", similarity: 0.95) }
        for number in 0..<5_000 {
            engine.record(.reportedRight, of: "right \(number)", similarity: 0.9)
            #expect(engine.entryCount <= 100)
        }
        for number in 0..<50 {
            #expect(engine.verdict(on: "wrong \(number)", similarity: 0.9) == .withhold(.entry))
        }
    }

    @Test func `of entries that were wrong, those with the oldest outcome are forgotten first`() {
        var engine = Engine(TrustPolicy(targetErrorRate: 0.05, maximumEntries: 8))
        for number in 0..<9 { engine.record(.reportedWrong, of: "\(number)", similarity: 1 - 0.1 * Double(number)) }
        #expect(engine.errorRate(of: "0", similarity: 1).value == 0)
        #expect(engine.errorRate(of: "8", similarity: 0.2).value == 1)
    }

    @Test func `a forgotten entry begins without a record`() {
        var engine = Engine(TrustPolicy(targetErrorRate: 0.05))
        record(.reportedWrong, 1, of: "a", in: &engine)
        engine.forget("a")
        #expect(engine.verdict(on: "a", similarity: 0.9) == .serve)
    }

    @Test(arguments: [Double.nan, -.infinity, -1, 0, 1, 1.000_001, 7, .infinity])
    func `any similarity has a region`(similarity: Double) {
        var engine = Engine(TrustPolicy(targetErrorRate: 0.05))
        engine.record(.reportedWrong, of: "a", similarity: similarity)
        #expect(!engine.verdict(on: "a", similarity: similarity).mayServe)
    }

    @Test(arguments: [0, -1, .nan, 1e-300, 1, 5, .infinity] as [Double])
    func `absurd options trap nowhere`(value: Double) {
        var engine = Engine(
            TrustPolicy(
                targetErrorRate: value, outcomesToReturn: -1, regionWidth: value,
                maximumEntries: -1))
        for outcome in TrustOutcome.allCases {
            engine.record(outcome, of: "a", similarity: 0.9)
            _ = engine.verdict(on: "a", similarity: 0.9)
        }
        #expect(engine.errorRate(of: "a", similarity: 0.9).upper <= 1)
        #expect(engine.errorRate(inRegionOf: 0.9).upper <= 1)
    }
}
