import Ladder
import LadderTesting
import Testing

@testable import Rehearsal

@Suite struct ReportPageTests {
    @Test func `the same seed gives the same bytes`() throws {
        let first = ReportPage(try Rehearsal(.shortest, seed: 3).run()).html
        let second = ReportPage(try Rehearsal(.shortest, seed: 3).run()).html
        let other = ReportPage(try Rehearsal(.shortest, seed: 4).run()).html
        #expect(first == second)
        #expect(first != other)
    }

    @Test func `the page needs nothing from the network`() throws {
        let html = ReportPage(try Report.short.get()).html
        #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("src="))
        #expect(html.contains("default-src 'none'"))
    }

    @Test func `the table has the number of every level, phase by phase`() throws {
        let report = try Report.short.get()
        let table = TableReader(ReportPage(report).html)
        let tallies = report.phases.map(\.tally) + [report.total]
        for kind in AnswerKind.allCases where kind.count(in: report.total) > 0 {
            let expected = tallies.map { tally in
                let count = kind.count(in: tally)
                return "\(count.grouped) \(PageText.percent(count, of: tally.calls))"
            }
            #expect(table.cells(of: kind.id) == expected)
        }
        #expect(table.cells(of: "calls") == tallies.map { $0.calls.grouped })
        #expect(table.cells(of: "success") == tallies.map { PageText.percent($0.answered, of: $0.calls) })
        #expect(table.cells(of: "p95") == tallies.map { PageText.latency($0.latency(0.95)) })
        #expect(table.cells(of: "cost") == tallies.map { PageText.money($0.cost) })
        #expect(table.cells(of: "waste") == tallies.map { PageText.money($0.waste) })
    }

    @Test func `the JSON in the page is that of the report`() throws {
        let report = try Report.short.get()
        let html = ReportPage(report).html
        let start = try #require(html.firstRange(of: "id=\"report\">")).upperBound
        let end = try #require(html[start...].firstRange(of: "</script>")).lowerBound
        #expect(try JSONValue(parsing: String(html[start..<end])) == report.json)
    }

    @Test func `a text of the scenario, of a question or of an answer is never markup`() {
        let texts = [
            "</script><script>alert(1)</script>", "<!-- <script>", "\"quoted\" & 'quoted'", "two\u{2028}lines\u{2029}",
            "nul \0", "<img src=x onerror=alert(1)>", "<\u{301}b>", "]]>", "🧗‍♀️ e\u{301}", "a\r\nb\u{1B}[31m",
        ]
        let plain = ReportPage(Self.report(text: "plain")).html
        for text in texts {
            let html = ReportPage(Self.report(text: text)).html
            for mark in ["<script", "</script", "<!--", "<img", "onerror=\"", "<b>", "<span"] {
                #expect(
                    html.ranges(of: mark).count == plain.ranges(of: mark).count, "\(mark) in \(text.debugDescription)")
            }
            #expect(!html.unicodeScalars.contains("\0"))
            if text.contains("<") { #expect(!html.contains(text)) }
        }
    }

    @Test func `a report without calls has a page`() {
        let scenario = Scenario(name: "empty", summary: "Nothing happens.", phases: [])
        let html = ReportPage(Report(scenario: scenario, seed: 1, pipeline: "", rows: [])).html
        #expect(html.contains("of 0 calls"))
    }

    /// Returns a report in which a text is everywhere where a scenario, a caller or a model can bring one.
    private static func report(text: String) -> Report {
        var scenario = Scenario(
            name: text, summary: text,
            phases: [ScenarioPhase(text, for: .minutes(1), [text: ProviderState(text, .healthy)])])
        scenario.setup.budget = .dollars(1)
        let row = CallRow(arrival: .seconds(3), latency: .seconds(1), attempts: [])
        let sample = Report.Sample(
            row: row, question: text, user: text, model: text, answer: text, explanation: text)
        let opening = BreakerOpening(target: text, opened: .seconds(1), cause: text)
        return Report(
            scenario: scenario, seed: 1, pipeline: text, rows: [row], openings: [opening], samples: [sample])
    }
}
