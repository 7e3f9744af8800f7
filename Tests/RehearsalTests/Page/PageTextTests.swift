import Ladder
import Testing

@testable import Rehearsal

@Suite struct PageTextTests {
    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_000, "-1,000")])
    func `a count has a comma after each thousand`(number: Int, text: String) {
        #expect(number.grouped == text)
    }

    @Test(arguments: [(0, "0 %"), (1, "0.1 %"), (1_234, "12.3 %"), (9_999, "99.9 %"), (10_000, "100 %")])
    func `only nothing is 0 % and only everything is 100 %`(part: Int, text: String) {
        #expect(PageText.percent(part, of: 10_000) == text)
        #expect(PageText.percent(part, of: 0) == "0 %")
    }

    @Test(arguments: [(0, "0 ms"), (840, "840 ms"), (1_254, "1.25 s"), (12_340, "12.3 s"), (90_000, "90.0 s")])
    func `a latency has two or three digits`(milliseconds: Int, text: String) {
        #expect(PageText.latency(.milliseconds(milliseconds)) == text)
        #expect(PageText.latency(nil) == "–")
    }

    @Test(arguments: [(0, "0:00"), (425, "7:05"), (7_625, "2:07:05"), (90_000, "25:00:00")])
    func `a time has hours only where it needs them`(seconds: Int, text: String) {
        #expect(PageText.clock(.seconds(seconds)) == text)
    }

    @Test(arguments: [("0", "$0"), ("0.00414", "$0.0041"), ("4.128", "$4.13"), ("12345.6", "$12,345.60")])
    func `an amount below a dollar has four decimals`(amount: String, text: String) throws {
        #expect(PageText.money(try #require(Money(amount))) == text)
    }

    @Test(arguments: [(0.03, 0.04), (1, 1), (1.2, 2), (3, 4), (7, 8), (9.5, 10), (11, 20), (470, 500)])
    func `the top of an axis is a round number`(number: Double, top: Double) {
        #expect(abs(NiceScale.top(for: number) - top) < 1e-9)
    }

    @Test(arguments: [(60, 7), (900, 4), (1_860, 7), (86_400, 7), (2_592_000, 7)])
    func `an axis has at most seven labels`(seconds: Int, ticks: Int) {
        let axis = TimeAxis(duration: .seconds(seconds))
        #expect(axis.ticks.count <= ticks)
        #expect(axis.ticks.count > 2)
    }
}
