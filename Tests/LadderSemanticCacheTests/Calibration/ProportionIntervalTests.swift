import LadderSemanticCache
import Testing

@Suite struct ProportionIntervalTests {
    /// The values are those of published tables of Wilson's interval.
    @Test(arguments: [
        (0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (99, 100, 0.9455, 0.9982),
    ])
    func `the interval is Wilson's`(part: Int, whole: Int, lower: Double, upper: Double) {
        let interval = ProportionInterval(part: part, whole: whole)
        #expect(abs(interval.lower - lower) < 0.0001)
        #expect(abs(interval.upper - upper) < 0.0001)
        #expect(interval.value == Double(part) / Double(whole))
    }

    @Test(arguments: [(0, 0), (-3, 5), (9, 5), (1, -1), (Int.max, 2)])
    func `any counts give a range within 0 and 1`(part: Int, whole: Int) {
        let interval = ProportionInterval(part: part, whole: whole)
        #expect(0 <= interval.lower && interval.lower <= interval.upper && interval.upper <= 1)
    }
}
