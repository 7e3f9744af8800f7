import Ladder
import Rehearsal
import Testing

@testable import playground

@Suite struct ViewTests {
    @Test(arguments: [(80, false), (140, true)])
    func `a report fits into the terminal`(width: Int, hasColours: Bool) throws {
        let terminal = Terminal(width: width, hasColours: hasColours)
        let report = try ReadmeTests.rows.get()[0].report
        let lines = TimelineView(report: report, terminal: terminal).lines + PhaseTable(report: report).lines(in: width)
        for line in lines { #expect(line.width <= width, "\(line.text(withColours: false))") }
        let text = lines.map { $0.text(withColours: hasColours) }.joined(separator: "\n")
        #expect(text.contains("\u{1B}[") == hasColours)
        for level in FallbackLevel.allCases where report.total.count(of: level) > 0 {
            #expect(text.contains(level.rawValue))
        }
    }

    @Test func `without colours a letter stands for each level`() throws {
        let letters = AnswerKind.allCases.map(\.letter)
        #expect(Set(letters).count == letters.count)
        let report = try Rehearsal(.outage, seed: 7).run()
        let chart = TimelineView(report: report, terminal: Terminal(width: 80, hasColours: false)).lines
            .map { $0.text(withColours: false) }.joined(separator: "\n")
        #expect(chart.contains("FFFF") && chart.contains("pppp") && chart.contains("open: large"))
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_000, "-1,000"),
    ])
    func `numbers have groups of three digits`(number: Int, expected: String) {
        #expect(number.grouped == expected)
    }

    @Test(arguments: [
        (0.0, "$0"), (0.000044, "$0.000044"), (0.5, "$0.5000"), (12.4, "$12.40"), (1_240, "$1,240"),
    ])
    func `money has the digits that matter`(dollars: Double, expected: String) {
        #expect(Money(picodollars: Int64(dollars * 1e12)).rounded == expected)
    }
}
